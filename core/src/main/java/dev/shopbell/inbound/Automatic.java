package dev.shopbell.inbound;

import java.util.Locale;
import java.util.Optional;

/**
 * Recognises automatic answers: by RFC 3834 and the headers that programs used before it, and by
 * the beginnings of subjects that they write in their users' languages. A person's answer to one
 * begins with "Re:" and its like, and has something quoted.
 */
final class Automatic {
  private static final Rules RULES = Rules.read("answer-rules.txt");

  private Automatic() {}

  static Optional<Verdict> of(Letterhead mail) {
    return isMarked(mail) || isWorded(mail)
        ? Optional.of(new Verdict.AutoReply(mail.sender()))
        : Optional.empty();
  }

  /** True when a header says so. */
  static boolean isMarked(Letterhead mail) {
    String submitted = mail.part().header("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
    if (submitted.startsWith("auto-replied")) {
      return true;
    }
    if (submitted.startsWith("auto-")
        && (mail.refers() || hasSubject(mail, "automatic", "hint", "reply"))) {
      return true;
    }
    return RULES.all().stream()
        .filter(rule -> rule.kind().equals("header"))
        .anyMatch(
            rule ->
                mail.part().has(rule.place()) && rule.matches(mail.part().header(rule.place())));
  }

  private static boolean isWorded(Letterhead mail) {
    boolean machine =
        mail.hasNullSender() || RULES.fits("bulk", "precedence", mail.part().header("Precedence"));
    boolean answers = mail.hasNullSender() && mail.refers();
    if (answers || (machine && hasSubject(mail, "automatic", "hint"))) {
      return true;
    }
    boolean quotes = !Replies.text(mail).quoted().isEmpty();
    return !quotes
        && (hasSubject(mail, "automatic")
            || RULES.fits("automatic", "text", Replies.text(mail).own()));
  }

  private static boolean hasSubject(Letterhead mail, String... kinds) {
    for (String kind : kinds) {
      if (RULES.fits(kind, "subject", mail.subject())) {
        return true;
      }
    }
    return false;
  }
}
