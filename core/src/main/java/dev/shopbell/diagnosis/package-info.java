/**
 * What the world sees of a domain's records, what that means, and what to do about it. Pure
 * reasoning over the answers of {@link dev.shopbell.dns}; the domain's states feed on its reports.
 */
@NullMarked
package dev.shopbell.diagnosis;

import org.jspecify.annotations.NullMarked;
