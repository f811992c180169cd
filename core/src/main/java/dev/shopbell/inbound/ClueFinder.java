package dev.shopbell.inbound;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what may tell which letter a message is about. */
final class ClueFinder {
  private static final Pattern ID = Pattern.compile("<([^<>\\s@]{1,200}@[^<>\\s@]{1,255})>");
  private static final Pattern IN_WORDS =
      Pattern.compile("(?im)^>?[ \\t]*Message-ID:\\s{0,20}<([^<>\\s@]{1,200}@[^<>\\s@]{1,255})>");
  private static final Pattern PATH_IN_WORDS =
      Pattern.compile("(?im)^>?[ \\t]*Return-Path:[ \\t]*<?([^<>\\s]{1,320})>?");
  private static final Pattern COMMENT = Pattern.compile("\\s*\\([^)]{0,100}\\)\\s*$");

  private ClueFinder() {}

  static Clues find(Letterhead mail) {
    Optional<MailPart> returned = returned(mail);
    Map<String, String> report =
        StatusReport.fields(mail).map(StatusFields::message).orElse(Map.of());
    Map<String, String> feedback =
        mail.part()
            .first("message/feedback-report")
            .map(part -> StatusFields.read(part.text()).message())
            .orElse(Map.of());
    return new Clues(
        addresses(mail, returned, feedback),
        Optional.ofNullable(report.get("original-envelope-id"))
            .or(() -> Optional.ofNullable(feedback.get("original-envelope-id"))),
        ids(mail, returned, report),
        date(mail.part().header("Date")));
  }

  /** The letter that a message gives back, or its headers alone. */
  static Optional<MailPart> returned(Letterhead mail) {
    return mail.part()
        .first("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers")
        .map(MailPart::contained);
  }

  private static List<String> addresses(
      Letterhead mail, Optional<MailPart> returned, Map<String, String> feedback) {
    Stream<String> paths =
        Stream.concat(
            returned.stream().flatMap(letter -> letter.headers("Return-Path").stream()),
            Stream.of(feedback.getOrDefault("original-mail-from", "")));
    return Stream.concat(
            mail.arrivals().stream(),
            Stream.concat(
                paths.flatMap(Addresses::all),
                isMachine(mail) ? first(PATH_IN_WORDS, mail) : Stream.empty()))
        .distinct()
        .toList();
  }

  private static List<String> ids(
      Letterhead mail, Optional<MailPart> returned, Map<String, String> report) {
    Stream<String> theirs =
        Stream.concat(
            returned.stream().flatMap(letter -> ids(letter, "Message-ID")),
            Stream.of("x-original-message-id", "original-message-id")
                .flatMap(name -> ids(report.getOrDefault(name, ""))));
    Stream<String> words = isMachine(mail) ? first(IN_WORDS, mail) : Stream.empty();
    Stream<String> referred =
        Stream.concat(ids(mail.part(), "In-Reply-To"), ids(mail.part(), "References"));
    return Stream.of(theirs, words, referred).flatMap(all -> all).distinct().limit(50).toList();
  }

  /** What a server copies into its words is the letter; what a person does may be anything. */
  private static boolean isMachine(Letterhead mail) {
    return mail.hasNullSender()
        || mail.sender().map(from -> from.local()).orElse("").isEmpty()
        || PlainBounce.of(mail).isPresent();
  }

  private static Stream<String> first(Pattern pattern, Letterhead mail) {
    Matcher match = pattern.matcher(mail.body());
    return match.find() ? Stream.of(match.group(1)) : Stream.empty();
  }

  private static Stream<String> ids(MailPart part, String header) {
    return part.headers(header).stream().flatMap(ClueFinder::ids);
  }

  private static Stream<String> ids(String value) {
    return ID.matcher(value).results().map(match -> match.group(1));
  }

  private static Optional<Instant> date(String value) {
    try {
      String plain = COMMENT.matcher(value.strip()).replaceAll("");
      return Optional.of(
          OffsetDateTime.parse(plain, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
