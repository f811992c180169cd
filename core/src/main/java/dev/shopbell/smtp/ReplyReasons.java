package dev.shopbell.smtp;

import dev.shopbell.transport.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a server's refusal is about: by its enhanced code where it has one, otherwise by its code
 * and where in the dialogue it came. The table with its sources is {@code docs/smtp-replies.md}.
 * When in doubt it is not the recipient's address: a wrong doubt costs a letter, a wrong certainty
 * the recipient.
 */
final class ReplyReasons {
  /** Codes of which subject and detail say it, whatever the first digit and the phase. */
  private static final Map<String, Reason> EXACT =
      Map.ofEntries(
          Map.entry("1.1", Reason.BAD_ADDRESS),
          Map.entry("1.2", Reason.BAD_ADDRESS),
          Map.entry("1.3", Reason.BAD_ADDRESS),
          Map.entry("1.6", Reason.BAD_ADDRESS),
          Map.entry("1.10", Reason.BAD_ADDRESS),
          Map.entry("2.1", Reason.BAD_ADDRESS),
          Map.entry("7.17", Reason.BAD_ADDRESS),
          Map.entry("7.18", Reason.BAD_ADDRESS),
          Map.entry("1.7", Reason.SENDER_REFUSED),
          Map.entry("1.8", Reason.SENDER_REFUSED),
          Map.entry("7.27", Reason.SENDER_REFUSED),
          Map.entry("2.2", Reason.MAILBOX_FULL),
          Map.entry("2.3", Reason.TOO_LARGE),
          Map.entry("3.4", Reason.TOO_LARGE),
          Map.entry("7.16", Reason.TOO_LARGE),
          Map.entry("4.5", Reason.QUOTA),
          Map.entry("7.8", Reason.AUTHENTICATION),
          Map.entry("7.9", Reason.AUTHENTICATION),
          Map.entry("7.10", Reason.AUTHENTICATION),
          Map.entry("7.11", Reason.AUTHENTICATION),
          Map.entry("7.13", Reason.AUTHENTICATION),
          Map.entry("7.14", Reason.AUTHENTICATION));

  /** Subjects, where no detail says more. */
  private static final Map<String, Reason> SUBJECTS =
      Map.of(
          "3", Reason.UNAVAILABLE,
          "4", Reason.UNAVAILABLE,
          "6", Reason.CONTENT,
          "7", Reason.POLICY);

  /** Words of a refusal that is about us, where only a bare 550 or 554 says it. */
  private static final Pattern ABOUT_THE_SENDER =
      Pattern.compile(
          "(?i)\\b(spam|spf|dkim|dmarc|rbl|dnsbl|policy|reputation|black-?list\\w*|block-?list\\w*"
              + "|blocked|banned|listed|spamhaus|helo)\\b");

  private static final Pattern RELAYING = Pattern.compile("(?i)\\brelay(ing)?\\b");

  private ReplyReasons() {}

  static Reason of(SmtpReply reply, Phase phase) {
    if (phase == Phase.CONNECT) {
      return isLogin(reply) && reply.code() >= 500 ? Reason.AUTHENTICATION : Reason.UNAVAILABLE;
    }
    if (phase == Phase.LOGIN) {
      return reply.code() >= 500 ? Reason.AUTHENTICATION : Reason.UNAVAILABLE;
    }
    if (isLogin(reply)) {
      return Reason.AUTHENTICATION;
    }
    Optional<Reason> known = byEnhancedCode(reply, phase);
    if (reply.code() < 500) {
      return known.map(reason -> forNow(reason, reply, phase)).orElseGet(() -> later(reply, phase));
    }
    return known.orElseGet(() -> refused(reply, phase));
  }

  private static boolean isLogin(SmtpReply reply) {
    int code = reply.code();
    return code == 530 || code == 534 || code == 535 || code == 538;
  }

  private static Optional<Reason> byEnhancedCode(SmtpReply reply, Phase phase) {
    String enhanced = reply.enhancedCode();
    if (enhanced.isEmpty() || enhanced.startsWith("2")) {
      return Optional.empty();
    }
    String detail = enhanced.substring(2);
    if (detail.equals("4.1") && phase == Phase.RCPT && reply.code() >= 500) {
      return Optional.of(Reason.BAD_ADDRESS);
    }
    if (detail.equals("6.7") && phase == Phase.RCPT) {
      return Optional.of(Reason.RECIPIENT_UNAVAILABLE);
    }
    Reason exact = EXACT.get(detail);
    Reason subject = SUBJECTS.get(detail.substring(0, detail.indexOf('.')));
    return Optional.ofNullable(exact == null ? subject : exact);
  }

  /** What is put off is not refused: a full reason would say more than the server did. */
  private static Reason forNow(Reason reason, SmtpReply reply, Phase phase) {
    return switch (reason) {
      case BAD_ADDRESS -> Reason.RECIPIENT_UNAVAILABLE;
      case POLICY -> {
        Reason other = reply.code() == 421 ? Reason.THROTTLED : Reason.POLICY;
        yield phase == Phase.RCPT ? Reason.RECIPIENT_UNAVAILABLE : other;
      }
      case QUOTA -> Reason.THROTTLED;
      default -> reason;
    };
  }

  private static Reason later(SmtpReply reply, Phase phase) {
    if (reply.code() == 421 || phase != Phase.RCPT) {
      return Reason.UNAVAILABLE;
    }
    return reply.code() == 452 ? Reason.MAILBOX_FULL : Reason.RECIPIENT_UNAVAILABLE;
  }

  private static Reason refused(SmtpReply reply, Phase phase) {
    return switch (reply.code()) {
      case 501 -> phase == Phase.RCPT ? Reason.BAD_ADDRESS : Reason.CONFIGURATION;
      case 500, 502, 503, 504, 555 -> Reason.CONFIGURATION;
      case 552 -> phase == Phase.RCPT ? Reason.MAILBOX_FULL : Reason.TOO_LARGE;
      case 556 -> Reason.BAD_ADDRESS;
      default -> byPhase(reply, phase);
    };
  }

  /** Words are read only where they may spare an address; they never condemn one. */
  private static Reason byPhase(SmtpReply reply, Phase phase) {
    if (phase == Phase.MAIL) {
      return Reason.SENDER_REFUSED;
    }
    if (phase != Phase.RCPT) {
      return Reason.CONTENT;
    }
    if (RELAYING.matcher(reply.text()).find()) {
      return Reason.CONFIGURATION;
    }
    return ABOUT_THE_SENDER.matcher(reply.text()).find() ? Reason.POLICY : Reason.BAD_ADDRESS;
  }
}
