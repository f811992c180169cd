/**
 * Text messages, counted as they are charged and split as they are sent. {@link
 * dev.shopbell.sms.SmsSegmentCalculator} counts by an {@link dev.shopbell.sms.SmsProfile}, which is
 * data; prices, bounds and proofs stand on its counts. It knows shops' purposes, not transports.
 */
@NullMarked
package dev.shopbell.sms;

import org.jspecify.annotations.NullMarked;
