package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.inbound.ReportedRecipient.Action;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Recognises bounces that are in no standard form, by rules that are data. A person may write or
 * quote whatever a server says, so words alone make no bounce: a server must have sent it.
 */
final class PlainBounce {
  private static final Rules RULES = Rules.read("bounce-rules.txt");
  private static final int LONGEST = 16 * 1024;
  private static final int MOST = 100;

  private PlainBounce() {}

  static Optional<Verdict> of(Letterhead mail) {
    String note = note(mail);
    if (!bySystem(mail) || !(isDelay(mail) || isFailure(mail, note))) {
      return Optional.empty();
    }
    Action action = isDelay(mail) ? Action.DELAYED : Action.FAILED;
    List<ReportedRecipient> recipients =
        recipients(mail, note).stream().map(r -> read(r, action, mail, note)).toList();
    return Optional.of(
        new Verdict.Report(
            recipients.isEmpty()
                ? List.of(failure(note, mail).of(Optional.empty(), action))
                : recipients));
  }

  /** True when the words tell of a letter that is still tried. */
  static boolean isDelay(Letterhead mail) {
    return RULES.fits("delayed", "subject", mail.subject())
        || RULES.fits("delayed", "body", note(mail));
  }

  private static boolean isFailure(Letterhead mail, String note) {
    return mail.part().has("X-Failed-Recipients")
        || RULES.fits("failed", "subject", mail.subject())
        || RULES.fits("failed", "body", note);
  }

  /** True when no person can have sent it. */
  private static boolean bySystem(Letterhead mail) {
    if (RULES.fits("person", "subject", mail.subject()) && !mail.hasNullSender()) {
      return false;
    }
    return RULES.fits("system", "from", mail.from())
        || mail.part().has("X-Failed-Recipients")
        || (RULES.fits("failed", "subject", mail.subject())
            && (mail.hasNullSender() || nobodyReturns(mail)));
  }

  /** True when a letter is given back by one who reads no answer. */
  private static boolean nobodyReturns(Letterhead mail) {
    return mail.sender().map(EmailAddress::isNoReply).orElse(true)
        && ClueFinder.returned(mail).isPresent();
  }

  /** The server's own words, before the letter it gives back. */
  private static String note(Letterhead mail) {
    String body = mail.body();
    String note = body.substring(0, RULES.begin("returned", "body", body));
    return note.length() > LONGEST ? note.substring(0, LONGEST) : note;
  }

  private static ReportedRecipient read(
      EmailAddress address, Action action, Letterhead mail, String note) {
    String words = Notices.about(section(note, address), Optional.empty());
    return failure(words, mail).of(Optional.of(address), action);
  }

  private static Failure failure(String words, Letterhead mail) {
    return Failure.of("", words).or(Failure.of("", mail.subject()));
  }

  /** From an address to the next one that is listed. */
  private static String section(String note, EmailAddress address) {
    int from = note.toLowerCase(Locale.ROOT).indexOf(address.value().toLowerCase(Locale.ROOT));
    if (from < 0) {
      return note;
    }
    Matcher next = Addresses.MAILBOX.matcher(note);
    int at = from + address.value().length();
    while (at < note.length() && next.find(at)) {
      if (!next.group().equalsIgnoreCase(address.value()) && isListed(note, next.start())) {
        return note.substring(from, next.start());
      }
      at = next.end();
    }
    return note.substring(from);
  }

  /** True when an address begins its line, as those do that a server lists. */
  private static boolean isListed(String note, int at) {
    int start = note.lastIndexOf('\n', at) + 1;
    return note.substring(start, at).replace("<", "").isBlank();
  }

  private static Set<EmailAddress> recipients(Letterhead mail, String note) {
    List<String> found = new ArrayList<>();
    mail.part().headers("X-Failed-Recipients").stream().flatMap(Addresses::all).forEach(found::add);
    if (found.isEmpty()) {
      for (Rules.Rule rule : RULES.of("recipient", "body")) {
        Matcher match = rule.pattern().matcher(note);
        while (match.find() && found.size() < MOST) {
          Addresses.all(match.group(1)).forEach(found::add);
        }
      }
    }
    if (found.isEmpty()) {
      Stream.concat(
              Addresses.all(mail.subject() + "\n" + note).filter(a -> isStranger(a, mail)),
              ClueFinder.returned(mail).stream().flatMap(r -> Addresses.all(r.header("To"))))
          .limit(1)
          .forEach(found::add);
    }
    Set<EmailAddress> all = new LinkedHashSet<>();
    found.stream()
        .limit(MOST)
        .flatMap(address -> Addresses.first(address).stream())
        .filter(address -> all.stream().noneMatch(other -> Addresses.same(other, address)))
        .forEach(all::add);
    return all;
  }

  private static boolean isStranger(String address, Letterhead mail) {
    return !mail.from().contains(address)
        && mail.arrivals().stream().noneMatch(address::equalsIgnoreCase);
  }
}
