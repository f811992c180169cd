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
  /** Before anything was answered. */
  static final SmtpReply NONE = new SmtpReply(0, "");

  private static final Pattern ENHANCED =
      Pattern.compile("^\\d{3}[ -]([45]\\.\\d{1,3}\\.\\d{1,3})(?:\\s|$)");

  /** True for a code that refuses, for now or for good. */
  boolean refuses() {
    return code >= 400 && code <= 599;
  }

  /** True for a code that agrees (RFC 5321: the first digit counts). */
  boolean agrees() {
    return code >= 200 && code <= 299;
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
    return isLogin() && !forNow
        ? new Outcome.Rejected(Reason.AUTHENTICATION, text)
        : Outcome.Deferred.of(Reason.UNAVAILABLE, text);
  }

  private boolean isLogin() {
    return code == 530 || code == 534 || code == 535 || code == 538;
  }

  private Reason reason(Phase phase, boolean forNow) {
    if (isLogin()) {
      return Reason.AUTHENTICATION;
    }
    Matcher enhanced = ENHANCED.matcher(text);
    Reason known = enhanced.find() ? byEnhancedCode(enhanced.group(1).substring(2)) : null;
    if (known == null) {
      return forNow ? deferred(phase) : refused(phase);
    }
    return forNow ? forNow(known, phase) : known;
  }

  /** What is put off is not refused: a full reason would say more than the server did. */
  private Reason forNow(Reason reason, Phase phase) {
    return switch (reason) {
      case BAD_ADDRESS -> Reason.RECIPIENT_UNAVAILABLE;
      case POLICY ->
          phase == Phase.RCPT
              ? Reason.RECIPIENT_UNAVAILABLE
              : code == 421 ? Reason.THROTTLED : Reason.POLICY;
      case QUOTA -> Reason.THROTTLED;
      default -> reason;
    };
  }

  private static @Nullable Reason byEnhancedCode(String subject) {
    return switch (subject) {
      case "1.1", "1.2", "1.3", "1.6", "1.10", "2.1" -> Reason.BAD_ADDRESS;
      case "1.7", "1.8" -> Reason.SENDER_REFUSED;
      case "2.2" -> Reason.MAILBOX_FULL;
      case "2.3", "3.4" -> Reason.TOO_LARGE;
      case "4.5" -> Reason.QUOTA;
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
