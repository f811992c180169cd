package dev.shopbell.inbound;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises who unsubscribes by mail: by the address that List-Unsubscribe names (RFC 2369), by
 * the subject that mail programs write, or by an answer of that one word.
 */
final class Unsubscribing {
  private static final Rules RULES = Rules.read("answer-rules.txt");
  private static final Pattern MAILBOX =
      Pattern.compile("(?i)^(?:list-)?(?:unsub|unsubscribe|opt-?out|leave)(?:[+._=-].*)?@.*");

  private Unsubscribing() {}

  static Optional<Verdict> of(Letterhead mail) {
    boolean asked =
        RULES.fits("unsubscribe", "subject", mail.subject())
            || (!Automatic.isMarked(mail) && (isSentThere(mail) || isWord(mail)));
    return asked ? Optional.of(new Verdict.Unsubscribe(mail.sender())) : Optional.empty();
  }

  private static boolean isSentThere(Letterhead mail) {
    return mail.arrivals().stream().anyMatch(to -> MAILBOX.matcher(to).matches());
  }

  private static boolean isWord(Letterhead mail) {
    return RULES.fits("unsubscribe", "text", Replies.text(mail).own().strip());
  }
}
