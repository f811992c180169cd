package dev.shopbell.inbound;

import dev.shopbell.identity.Verp;
import dev.shopbell.notice.DeliveryId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What in a message may tell which letter it is about. None of it is proof: only a signed return
 * path is.
 *
 * @param addresses where the message came to, and the return path of the letter it gives back
 * @param envelopeId the letter's identifier in the report (RFC 3464, Original-Envelope-Id); empty
 *     when there is none
 * @param messageIds the letter's Message-ID, as returned, then those the message refers to, without
 *     angle brackets
 * @param date when the message says that it was written; empty when it does not
 */
public record Clues(
    List<String> addresses,
    Optional<String> envelopeId,
    List<String> messageIds,
    Optional<Instant> date) {
  static final Clues NONE = new Clues(List.of(), Optional.empty(), List.of(), Optional.empty());

  public Clues {
    addresses = List.copyOf(addresses);
    Objects.requireNonNull(envelopeId, "envelopeId");
    messageIds = List.copyOf(messageIds);
    Objects.requireNonNull(date, "date");
  }

  /** The delivery that a return path was signed for; empty when none was, or not by these keys. */
  public Optional<DeliveryId> signed(Verp verp) {
    return addresses.stream().flatMap(address -> verp.read(address).stream()).findFirst();
  }

  /** True when there is a return path of the right form, and none that is signed by these keys. */
  public boolean isForged(Verp verp) {
    return addresses.stream().anyMatch(Verp::isMarked) && signed(verp).isEmpty();
  }

  /** What has the form of a delivery's identifier: in the report first, then in Message-IDs. */
  public List<DeliveryId> named() {
    return Stream.concat(envelopeId.stream(), messageIds.stream())
        .flatMap(id -> read(id).stream())
        .distinct()
        .toList();
  }

  /** A delivery's identifier, alone or as a Message-ID has it. */
  static Optional<DeliveryId> read(String text) {
    int at = text.indexOf('@');
    String local = (at < 0 ? text : text.substring(0, at)).strip().toLowerCase(Locale.ROOT);
    try {
      return Optional.of(new DeliveryId(local));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Without the addresses, which are personal. */
  @Override
  public String toString() {
    return "Clues[" + addresses.size() + " addresses, " + messageIds.size() + " ids]";
  }
}
