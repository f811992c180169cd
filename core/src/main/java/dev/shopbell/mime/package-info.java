/**
 * A letter as an Internet message, written in one pass: headers, parts, encodings and files. Feeds
 * the transports for mail.
 */
@NullMarked
package dev.shopbell.mime;

import org.jspecify.annotations.NullMarked;
