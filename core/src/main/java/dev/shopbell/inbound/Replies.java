package dev.shopbell.inbound;

import java.util.Optional;

/** Recognises a person's answer, and parts what they wrote from what they quote. */
final class Replies {
  private static final Rules RULES = Rules.read("answer-rules.txt");

  private Replies() {}

  static Optional<Verdict> of(Letterhead mail) {
    ReplyText text = text(mail);
    boolean quotes = !text.quoted().isEmpty() && !mail.part().has("List-Id");
    boolean answers = mail.refers() || quotes || RULES.fits("reply", "subject", mail.subject());
    boolean many = mail.part().has("List-Unsubscribe") && !mail.refers();
    boolean machine =
        mail.hasNullSender() || RULES.fits("bulk", "precedence", mail.part().header("Precedence"));
    return answers && !many && !machine && mail.sender().isPresent()
        ? Optional.of(new Verdict.Reply(mail.sender(), line(mail.subject()), text))
        : Optional.empty();
  }

  static ReplyText text(Letterhead mail) {
    return Quoting.part(mail.body());
  }

  private static String line(String subject) {
    String line = subject.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    return line.length() > 500 ? line.substring(0, 500) : line;
  }
}
