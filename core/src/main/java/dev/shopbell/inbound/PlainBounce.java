package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.inbound.ReportedRecipient.Action;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
    Set<EmailAddress> named = recipients(mail, note);
    List<ReportedRecipient> recipients =
        named.stream().map(r -> read(r, action, mail, note, named.size() == 1)).toList();
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
      EmailAddress address, Action action, Letterhead mail, String note, boolean alone) {
    Optional<EmailAddress> named = Optional.of(address);
    Failure failure = Failure.of("", Notices.about(note, named));
    if (alone && failure.reason().isEmpty()) {
      failure = failure.or(Failure.of("", note));
    }
    return failure.or(Failure.of("", mail.subject())).of(named, action);
  }

  private static Failure failure(String words, Letterhead mail) {
    return Failure.of("", words).or(Failure.of("", mail.subject()));
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
