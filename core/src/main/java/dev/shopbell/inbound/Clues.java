package dev.shopbell.inbound;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

  /** Without the addresses, which are personal. */
  @Override
  public String toString() {
    return "Clues[" + addresses.size() + " addresses, " + messageIds.size() + " ids]";
  }
}
