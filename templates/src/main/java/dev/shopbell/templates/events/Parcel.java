package dev.shopbell.templates.events;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A parcel under way.
 *
 * @param carrier who brings it
 * @param trackingNumber as the carrier writes it
 * @param trackingLink the carrier's page, https; empty leaves the button out
 * @param expectedBy when it should be there; empty says nothing of it
 */
public record Parcel(
    @Longest(80) String carrier,
    @Longest(64) String trackingNumber,
    Optional<URI> trackingLink,
    Optional<Instant> expectedBy)
    implements Part {
  /** A parcel of which no more is known. */
  public static Parcel of(String carrier, String trackingNumber) {
    return new Parcel(carrier, trackingNumber, Optional.empty(), Optional.empty());
  }
}
