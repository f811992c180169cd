package dev.shopbell.inbound;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the receiving server knows of a message beside the message itself (RFC 5321): what was said
 * in MAIL FROM and RCPT TO.
 *
 * @param sender the address in MAIL FROM without angle brackets, an empty text for {@code <>};
 *     empty when it is not known
 * @param recipients the addresses in RCPT TO without angle brackets; empty when they are not known
 */
public record Envelope(Optional<String> sender, List<String> recipients) {
  /** Nothing is known; the message's own Return-Path and Delivered-To are all there is. */
  public static final Envelope UNKNOWN = new Envelope(Optional.empty(), List.of());

  public Envelope {
    Objects.requireNonNull(sender, "sender");
    recipients = List.copyOf(recipients);
  }

  /** An envelope with this sender and these recipients. */
  public static Envelope of(String sender, String... recipients) {
    return new Envelope(Optional.of(sender), List.of(recipients));
  }

  /** Without the addresses, which are personal. */
  @Override
  public String toString() {
    return "Envelope[" + recipients.size() + " recipients]";
  }
}
