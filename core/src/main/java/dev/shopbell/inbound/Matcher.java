package dev.shopbell.inbound;

import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.identity.Verp;
import dev.shopbell.notice.DeliveryId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the delivery that a message is about: by a signed return path, then by the report's own
 * fields, then by a Message-ID.
 */
final class Matcher {
  private final DeliveryStore deliveries;
  private final Optional<Verp> verp;

  Matcher(DeliveryStore deliveries, Optional<Verp> verp) {
    this.deliveries = deliveries;
    this.verp = verp;
  }

  Match match(Clues clues) {
    Optional<DeliveryId> signed = verp.flatMap(clues::signed);
    if (signed.isPresent()) {
      return new Match(Match.By.SIGNED_RETURN_PATH, signed, signed.flatMap(deliveries::find));
    }
    if (verp.map(clues::isForged).orElse(false)) {
      return Match.FORGED;
    }
    return known(Match.By.REPORT, clues.envelopeId().stream())
        .or(() -> known(Match.By.MESSAGE_ID, clues.messageIds().stream()))
        .orElse(Match.NONE);
  }

  /** The first of these that is the identifier of a delivery that there is. */
  private Optional<Match> known(Match.By by, Stream<String> ids) {
    return ids.flatMap(id -> Clues.read(id).stream())
        .flatMap(id -> deliveries.find(id).stream())
        .findFirst()
        .map(delivery -> new Match(by, Optional.of(delivery.id()), Optional.of(delivery)));
  }
}
