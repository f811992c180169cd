/**
 * The transports for mail: letters over SMTP with our own client, which sends one behind the other
 * without waiting in between, or with Angus Mail. Takes letters from {@code mime}.
 */
@NullMarked
package dev.shopbell.smtp;

import org.jspecify.annotations.NullMarked;
