/**
 * The signature of a letter (RFC 6376): keys by store and domain, their records, and the signer.
 * Stands between a letter's octets and the transport that carries them.
 */
@NullMarked
package dev.shopbell.dkim;

import org.jspecify.annotations.NullMarked;
