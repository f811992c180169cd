/** A letter as an Internet message: headers, parts and encodings. Feeds the transports for mail. */
@NullMarked
package dev.shopbell.mime;

import org.jspecify.annotations.NullMarked;
