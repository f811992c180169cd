/**
 * Checks, maskings, suggestions and sentences that several packages of this module share. Not
 * exported.
 */
@NullMarked
package dev.shopbell.internal;

import org.jspecify.annotations.NullMarked;
