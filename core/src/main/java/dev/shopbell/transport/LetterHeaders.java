package dev.shopbell.transport;

import dev.shopbell.internal.Text;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a letter's header says beside who it is from, when, and about what. None of it moves the
 * letter: it goes to its one envelope recipient, whoever is named here.
 *
 * @param to who stands in To; when nobody does, here and in Cc, the envelope's recipient
 * @param cc who stands in Cc
 * @param unsubscribe the https link of List-Unsubscribe and List-Unsubscribe-Post (RFC 8058), which
 *     takes a POST; for marketing alone
 * @param feedbackId the Feedback-ID by which complaints are counted, up to four parts with colons
 *     between; may be empty
 * @param further other fields by name, in their order; ASCII goes out as it is
 */
public record LetterHeaders(
    List<Addressee> to,
    List<Addressee> cc,
    Optional<URI> unsubscribe,
    String feedbackId,
    Map<String, String> further) {
  private static final int LONGEST_LINK = 900;
  private static final int LONGEST_VALUE = 900;
  private static final Pattern FEEDBACK_ID = Pattern.compile("[!-~]{0,900}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,70}");
  private static final Pattern RESERVED = Pattern.compile("(content|resent|arc|list-unsub).*");
  private static final Set<String> OWN =
      Set.of(
          "from",
          "sender",
          "reply-to",
          "to",
          "cc",
          "bcc",
          "subject",
          "date",
          "message-id",
          "mime-version",
          "auto-submitted",
          "feedback-id",
          "return-path",
          "received",
          "dkim-signature",
          "authentication-results");

  /** The envelope's recipient in To, and nothing else. */
  public static final LetterHeaders NONE =
      new LetterHeaders(List.of(), List.of(), Optional.empty(), "", Map.of());

  public LetterHeaders {
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    unsubscribe.ifPresent(LetterHeaders::check);
    if (!FEEDBACK_ID.matcher(feedbackId).matches()) {
      throw new IllegalArgumentException(
          "feedback id is " + Text.quoted(feedbackId) + ": use visible ASCII without spaces");
    }
    further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
    further.forEach(LetterHeaders::check);
  }

  private static void check(URI link) {
    String text = link.toASCIIString();
    boolean https = "https".equalsIgnoreCase(link.getScheme()) && link.getHost() != null;
    if (!https || text.length() > LONGEST_LINK || text.matches(".*[^!-~].*|.*[<>,].*")) {
      throw new IllegalArgumentException(
          "the link to unsubscribe is not an https link of at most %s characters without commas: RFC 8058 asks for one"
              .formatted(LONGEST_LINK));
    }
  }

  private static void check(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "header " + Text.quoted(name) + " has no valid name: use letters, digits and hyphens");
    }
    if (OWN.contains(lower) || RESERVED.matcher(lower).matches()) {
      throw new IllegalArgumentException(
          "header " + name + " is written by the letter or by servers: take it out");
    }
    Text.line("header " + name, value, LONGEST_VALUE);
  }

  /** The same, shown to these. */
  public LetterHeaders shownTo(List<Addressee> to, List<Addressee> cc) {
    return new LetterHeaders(to, cc, unsubscribe, feedbackId, further);
  }

  /** The same with a link to unsubscribe. */
  public LetterHeaders unsubscribe(URI link) {
    return new LetterHeaders(to, cc, Optional.of(link), feedbackId, further);
  }

  /** The same with that Feedback-ID. */
  public LetterHeaders feedbackId(String id) {
    return new LetterHeaders(to, cc, unsubscribe, id, further);
  }

  /** The same with one field more; in place of one with that name. */
  public LetterHeaders with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(further);
    all.keySet().removeIf(name::equalsIgnoreCase);
    all.put(Objects.requireNonNull(name, "name"), value);
    return new LetterHeaders(to, cc, unsubscribe, feedbackId, all);
  }

  /** Counts and names alone. */
  @Override
  public String toString() {
    return "LetterHeaders[%s to, %s cc, %s]".formatted(to.size(), cc.size(), further.keySet());
  }
}
