package dev.shopbell.smtp;

import dev.shopbell.internal.Masks;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's reply.
 *
 * @param code three digits; 0 when there was none
 * @param text the whole reply, its lines joined by CR LF
 */
record SmtpReply(int code, String text) {
  /** Before anything was answered. */
  static final SmtpReply NONE = new SmtpReply(0, "");

  private static final Pattern ENHANCED =
      Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s|$)");

  /** True for a code that refuses, for now or for good. */
  boolean refuses() {
    return code >= 400 && code <= 599;
  }

  /** True for a code that agrees (RFC 5321: the first digit counts). */
  boolean agrees() {
    return code >= 200 && code <= 299;
  }

  /** The enhanced code (RFC 2034), {@code 5.1.1}; empty when the reply has none. */
  String enhancedCode() {
    Matcher enhanced = ENHANCED.matcher(text);
    return enhanced.find() ? enhanced.group(1) : "";
  }

  /** For the end of a sentence about it; empty when nothing was answered. */
  String behindColon() {
    return text.isEmpty() ? "" : ": " + text;
  }

  /** The outcome of a letter that was refused in this phase. */
  Outcome outcome(Phase phase) {
    Reason reason = ReplyReasons.of(this, phase);
    boolean forGood = code >= 500 && (phase != Phase.CONNECT || reason == Reason.AUTHENTICATION);
    return forGood ? new Outcome.Rejected(reason, text) : Outcome.Deferred.of(reason, text);
  }

  /** In one line, masked. */
  @Override
  public String toString() {
    return Masks.text(text);
  }
}
