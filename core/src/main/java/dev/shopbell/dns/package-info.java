/**
 * Questions to the DNS and their answers, told apart: found, no such name, no such record, could
 * not ask. dnsjava asks them; the diagnosis of a domain reads them.
 */
@NullMarked
package dev.shopbell.dns;

import org.jspecify.annotations.NullMarked;
