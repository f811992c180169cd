package dev.shopbell.smtp;

import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server's refusal means: by its enhanced code (RFC 3463) where it has one, otherwise by its
 * code (RFC 5321) and where in the dialogue it came.
 *
 * @param code three digits, 400 to 599
 * @param text the whole reply
 */
record SmtpReply(int code, String text) {
  private static final Pattern ENHANCED =
      Pattern.compile("^\\d{3}[ -]([45]\\.\\d{1,3}\\.\\d{1,3})(?:\\s|$)");

  /** True for a code that refuses, for now or for good. */
  boolean refuses() {
    return code >= 400 && code <= 599;
  }

  /** The outcome of a letter that was refused in this phase. */
  Outcome outcome(Phase phase) {
    boolean forNow = code < 500;
    if (phase == Phase.CONNECT) {
      return connecting(forNow);
    }
    Reason reason = reason(phase, forNow);
    return forNow ? Outcome.Deferred.of(reason, text) : new Outcome.Rejected(reason, text);
  }

  private Outcome connecting(boolean forNow) {
    boolean login = code == 530 || code == 534 || code == 535 || code == 538 || code == 454;
    return login && !forNow
        ? new Outcome.Rejected(Reason.AUTHENTICATION, text)
        : Outcome.Deferred.of(Reason.UNAVAILABLE, text);
  }

  private Reason reason(Phase phase, boolean forNow) {
    Matcher enhanced = ENHANCED.matcher(text);
    if (enhanced.find()) {
      String subject = enhanced.group(1).substring(2);
      Reason known = byEnhancedCode(subject);
      if (known != null) {
        return known;
      }
    }
    return forNow ? deferred(phase) : refused(phase);
  }

  private static @Nullable Reason byEnhancedCode(String subject) {
    return switch (subject) {
      case "1.1", "1.2", "1.3", "1.6", "1.10", "2.1" -> Reason.BAD_ADDRESS;
      case "1.7", "1.8" -> Reason.SENDER_REFUSED;
      case "2.2" -> Reason.MAILBOX_FULL;
      case "2.3", "3.4" -> Reason.TOO_LARGE;
      case "7.8", "7.9", "7.10" -> Reason.AUTHENTICATION;
      default -> byEnhancedClass(subject.substring(0, subject.indexOf('.')));
    };
  }

  private static @Nullable Reason byEnhancedClass(String subject) {
    return switch (subject) {
      case "3", "4" -> Reason.UNAVAILABLE;
      case "6" -> Reason.CONTENT;
      case "7" -> Reason.POLICY;
      default -> null;
    };
  }

  private Reason deferred(Phase phase) {
    if (code == 421) {
      return Reason.UNAVAILABLE;
    }
    if (code == 452) {
      return phase == Phase.RCPT ? Reason.MAILBOX_FULL : Reason.UNAVAILABLE;
    }
    return phase == Phase.RCPT ? Reason.RECIPIENT_UNAVAILABLE : Reason.UNAVAILABLE;
  }

  private Reason refused(Phase phase) {
    if (code == 552) {
      return phase == Phase.RCPT ? Reason.MAILBOX_FULL : Reason.TOO_LARGE;
    }
    if (code == 530 || code == 534 || code == 535 || code == 538) {
      return Reason.AUTHENTICATION;
    }
    if (code >= 500 && code <= 504) {
      return phase == Phase.RCPT ? Reason.BAD_ADDRESS : Reason.CONFIGURATION;
    }
    return switch (phase) {
      case MAIL -> Reason.SENDER_REFUSED;
      case RCPT -> Reason.BAD_ADDRESS;
      default -> Reason.CONTENT;
    };
  }
}
