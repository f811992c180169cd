package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads complaints: ARF (RFC 5965), and Microsoft's older form, which gives the letter alone. */
final class Complaints {
  private static final String JMRP = "X-HmXmrOriginalRecipient";
  private static final List<String> NO_COMPLAINT =
      List.of("not-spam", "auth-failure", "dmarc", "dkim");

  private Complaints() {}

  static Optional<Verdict> of(Letterhead mail) {
    return mail.part()
        .first("message/feedback-report")
        .map(report -> feedback(StatusFields.read(report.text()), mail))
        .or(() -> jmrp(mail));
  }

  private static Verdict feedback(StatusFields report, Letterhead mail) {
    Map<String, String> fields = report.message();
    String type = fields.getOrDefault("feedback-type", "abuse").strip().toLowerCase(Locale.ROOT);
    if (NO_COMPLAINT.contains(type)) {
      return new Verdict.Other();
    }
    Optional<EmailAddress> recipient = recipient(fields, mail);
    return type.startsWith("opt-out")
        ? new Verdict.Unsubscribe(recipient)
        : new Verdict.Complaint(recipient, type);
  }

  private static Optional<EmailAddress> recipient(Map<String, String> fields, Letterhead mail) {
    Optional<MailPart> returned = ClueFinder.returned(mail);
    Stream<String> named =
        Stream.of("original-rcpt-to", "removal-recipient", "original-recipient", "final-recipient")
            .map(name -> fields.getOrDefault(name, ""));
    Stream<String> headers =
        Stream.of(JMRP, "Delivered-To", "X-Original-To", "To")
            .map(name -> returned.map(letter -> letter.header(name)).orElse(""));
    return Stream.concat(named, headers)
        .filter(value -> !value.isBlank() && !fields.containsKey("redacted-address"))
        .map(Addresses::shown)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Verdict> jmrp(Letterhead mail) {
    return Stream.concat(Stream.of(mail.part()), ClueFinder.returned(mail).stream())
        .filter(part -> part.has(JMRP))
        .findFirst()
        .map(part -> new Verdict.Complaint(Addresses.shown(part.header(JMRP)), "abuse"));
  }
}
