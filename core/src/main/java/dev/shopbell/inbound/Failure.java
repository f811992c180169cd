package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.inbound.ReportedRecipient.Action;
import dev.shopbell.transport.Reason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a letter failed: by what the server said, where its words are known, otherwise by the codes
 * of RFC 3463 and RFC 5321.
 *
 * @param status the enhanced code; empty when there is none
 * @param permanent by the code's first digit; without one, as the words usually mean it
 * @param reason empty when neither words nor codes are known
 * @param detail the words
 */
record Failure(String status, boolean permanent, Optional<Reason> reason, String detail) {
  private static final Rules REASONS = Rules.read("bounce-reasons.txt");
  private static final int LONGEST = 4_000;
  private static final Pattern ENHANCED =
      Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]*\\d)");
  private static final Pattern REPLY = Pattern.compile("(?<![\\d.])([45])[0-9]{2}(?=[ :#-]|$)");
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)unknown address error|https?://\\S{1,500}|\\S{1,64}@\\S{1,255}|\\[[0-9a-fA-F.:]{3,45}\\]");

  /**
   * Reads a failure.
   *
   * @param status the report's Status field; may be empty
   * @param answer the server's answer; may be empty
   */
  static Failure of(String status, String answer) {
    String words = answer.length() > LONGEST ? answer.substring(0, LONGEST) : answer;
    String code = code(status, words);
    Optional<Rules.Rule> rule = rule(words);
    boolean permanent =
        code.isEmpty()
            ? digit(words)
                .map("5"::equals)
                .orElse(rule.map(r -> r.place().equals("5")).orElse(false))
            : code.startsWith("5");
    Optional<Reason> reason =
        plain(code)
            .or(() -> rule.map(found -> Reason.valueOf(found.kind())))
            .or(() -> byCode(code, permanent));
    return new Failure(code, permanent, reason.map(r -> softened(r, permanent)), words);
  }

  /** This failure, with what is missing taken from another reading of it. */
  Failure or(Failure other) {
    boolean coded = !status.isEmpty() || (reason.isPresent() && other.status.isEmpty());
    boolean lasting = coded ? permanent : other.permanent;
    return new Failure(
        status.isEmpty() ? other.status : status,
        lasting,
        reason.or(() -> other.reason).map(found -> softened(found, lasting)),
        detail.isBlank() ? other.detail : detail);
  }

  ReportedRecipient of(Optional<EmailAddress> address, Action action) {
    return new ReportedRecipient(
        address, action, permanent && action == Action.FAILED, status, reason, detail);
  }

  /** A code that says nothing gives way to one in the words. */
  private static String code(String status, String words) {
    String given = find(status);
    String said = find(words);
    boolean vague = given.isEmpty() || (given.endsWith(".0.0") && !said.isEmpty());
    return vague ? said : given;
  }

  private static String find(String text) {
    Matcher code = ENHANCED.matcher(text);
    return code.find() ? code.group(1) : "";
  }

  private static Optional<String> digit(String words) {
    Matcher code = REPLY.matcher(words);
    return code.find() ? Optional.of(code.group(1)) : Optional.empty();
  }

  /** Names of people and servers may hold any word, and say nothing. */
  private static Optional<Rules.Rule> rule(String words) {
    String bare = NAMES.matcher(words).replaceAll(" ").replaceAll("\\s+", " ");
    return REASONS.all().stream().filter(rule -> rule.matches(bare)).findFirst();
  }

  private static Reason softened(Reason reason, boolean permanent) {
    return reason == Reason.BAD_ADDRESS && !permanent ? Reason.RECIPIENT_UNAVAILABLE : reason;
  }

  /** Codes that say more than any words beside them. */
  private static Optional<Reason> plain(String code) {
    String subject = code.isEmpty() ? "" : code.substring(2);
    if (subject.equals("1.7") || subject.equals("1.8")) {
      return Optional.of(Reason.SENDER_REFUSED);
    }
    return subject.matches("7\\.(?:2\\d|5\\d\\d|6\\d\\d|7\\d\\d)")
        ? Optional.of(Reason.POLICY)
        : Optional.empty();
  }

  private static Optional<Reason> byCode(String code, boolean permanent) {
    String subject = code.isEmpty() ? "" : code.substring(2);
    return switch (subject) {
      case "1.1", "1.2", "1.3", "1.6", "1.10", "2.1" -> Optional.of(Reason.BAD_ADDRESS);
      case "2.2" -> Optional.of(Reason.MAILBOX_FULL);
      case "2.3", "3.4" -> Optional.of(Reason.TOO_LARGE);
      case "4.4" -> Optional.of(permanent ? Reason.BAD_ADDRESS : Reason.UNAVAILABLE);
      case "4.5" -> Optional.of(Reason.THROTTLED);
      default -> byClass(subject);
    };
  }

  private static Optional<Reason> byClass(String subject) {
    return switch (subject.isEmpty() ? ' ' : subject.charAt(0)) {
      case '2' -> Optional.of(Reason.RECIPIENT_UNAVAILABLE);
      case '3', '4' -> Optional.of(Reason.UNAVAILABLE);
      case '6' -> Optional.of(Reason.CONTENT);
      case '7' -> Optional.of(Reason.POLICY);
      default -> Optional.empty();
    };
  }
}
