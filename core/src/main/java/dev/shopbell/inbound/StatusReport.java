package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.inbound.ReportedRecipient.Action;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads delivery status notifications (RFC 3464, and RFC 6533 for UTF-8 addresses). */
final class StatusReport {
  private StatusReport() {}

  static Optional<Verdict> of(Letterhead mail) {
    return fields(mail)
        .map(StatusFields::recipients)
        .filter(recipients -> !recipients.isEmpty())
        .map(
            recipients -> new Verdict.Report(recipients.stream().map(r -> read(r, mail)).toList()));
  }

  /** The report's fields; where the part for them is missing, those in a text of a report. */
  static Optional<StatusFields> fields(Letterhead mail) {
    Optional<MailPart> status =
        mail.part().first("message/delivery-status", "message/global-delivery-status");
    if (status.isPresent()) {
      return status.map(part -> StatusFields.read(part.text()));
    }
    boolean report =
        mail.part().type().equals("multipart/report")
            && !mail.part().parameter("report-type").equalsIgnoreCase("feedback-report")
            && !mail.part().parameter("report-type").equalsIgnoreCase("disposition-notification");
    return report
        ? mail.part()
            .all()
            .filter(MailPart::isPlain)
            .map(part -> StatusFields.read(part.text()))
            .filter(found -> !found.recipients().isEmpty())
            .findFirst()
        : Optional.empty();
  }

  private static ReportedRecipient read(Map<String, String> fields, Letterhead mail) {
    String words = fields.getOrDefault("diagnostic-code", "");
    String status = fields.getOrDefault("status", "");
    Optional<EmailAddress> address = address(fields);
    Action action = action(fields.getOrDefault("action", ""), status, mail);
    Failure failure = Failure.of(status, words);
    if (failure.reason().isEmpty()) {
      failure = failure.or(Failure.of("", words + " " + Notices.about(mail.body(), address)));
    }
    return failure.of(address, action);
  }

  /** Whom we wrote to; the last server may know the mailbox by another name. */
  private static Optional<EmailAddress> address(Map<String, String> fields) {
    return Addresses.field(fields.getOrDefault("original-recipient", ""))
        .or(() -> Addresses.field(fields.getOrDefault("final-recipient", "")));
  }

  private static Action action(String value, String status, Letterhead mail) {
    String word = value.strip().split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
    return switch (word) {
      case "failed", "failure" -> Action.FAILED;
      case "delayed" -> Action.DELAYED;
      case "delivered", "relayed", "expanded" -> Action.DELIVERED;
      default ->
          status.startsWith("2")
              ? Action.DELIVERED
              : status.startsWith("4") && PlainBounce.isDelay(mail)
                  ? Action.DELAYED
                  : Action.FAILED;
    };
  }
}
