/**
 * The transport for mail: letters over SMTP with Angus Mail, one connection kept open for each
 * endpoint.
 */
@NullMarked
package dev.shopbell.smtp;

import org.jspecify.annotations.NullMarked;
