package dev.shopbell.inbound;

import java.util.Optional;

/**
 * Decides what a message is: first by the forms that machines agreed on, then by the signs that
 * they leave, and last by whether it answers something.
 */
final class Classifier {
  private Classifier() {}

  static Verdict verdict(Letterhead mail) {
    return StatusReport.of(mail)
        .or(() -> Complaints.of(mail))
        .or(() -> isReceipt(mail) ? Optional.of(new Verdict.Other()) : Optional.empty())
        .or(() -> PlainBounce.of(mail))
        .or(() -> Unsubscribing.of(mail))
        .or(() -> Automatic.of(mail))
        .or(() -> Replies.of(mail))
        .orElseGet(Verdict.Other::new);
  }

  /** What a reader's program says of a letter that was read (RFC 8098). */
  private static boolean isReceipt(Letterhead mail) {
    return mail.part().first("message/disposition-notification").isPresent()
        || mail.part().parameter("report-type").equalsIgnoreCase("disposition-notification");
  }
}
