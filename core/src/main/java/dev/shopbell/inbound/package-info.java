/**
 * What comes back by mail: bounces, complaints, automatic answers and people's replies, told apart
 * and matched to the deliveries they are about. Behind {@code delivery}, before the front door.
 */
@NullMarked
package dev.shopbell.inbound;

import org.jspecify.annotations.NullMarked;
