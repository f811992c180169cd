package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.RecordType;
import dev.shopbell.internal.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what is the matter with a value from the value alone. */
final class WrongValue {
  /** Marks that people and word processors put around a text, plain, escaped or as UTF-8 bytes. */
  private static final Pattern MARKS =
      Pattern.compile("\\\\?[\"'`\\s]|\\\\(032|160|194|171|187|226\\\\128\\\\15[2-9])");

  private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
  private static final Pattern BASE32 = Pattern.compile("[a-z2-7]+");
  private static final Pattern BASE36 = Pattern.compile("[a-z0-9]+");
  private static final Pattern ANY = Pattern.compile(".+");

  /** A label of fewer characters can be guessed, and so is none. */
  private static final int SHORTEST_TOKEN = 8;

  private final List<ExpectedRecord> all;

  WrongValue(List<ExpectedRecord> all) {
    this.all = all;
  }

  /** A slip of the hand or of the DNS host, with our value still in it. */
  Optional<Finding> slip(ExpectedRecord record, List<String> found) {
    for (String value : found) {
      String bare = MARKS.matcher(value).replaceAll("").replaceAll("(\\\\?\\.){2,}", ".");
      if (!bare.equals(value) && isOurs(record, bare)) {
        return Optional.of(Finding.VALUE_QUOTED);
      }
      if (isAppended(record, value)) {
        return Optional.of(Finding.VALUE_ZONE_APPENDED);
      }
    }
    return Optional.empty();
  }

  private static boolean isOurs(ExpectedRecord record, String value) {
    return value.equals(record.value())
        || value.equals(record.value() + ".")
        || isAppended(record, value);
  }

  /** The value, and behind it a part of the record's own name. */
  private static boolean isAppended(ExpectedRecord record, String value) {
    String head = record.value() + ".";
    if (record.type() != RecordType.CNAME || !value.startsWith(head)) {
      return false;
    }
    DnsName tail = DnsName.of(value.substring(head.length()));
    return tail.labels().size() > 1 && record.name().isWithin(tail);
  }

  /** Another store's value, or just another one. */
  Finding other(ExpectedRecord record, List<String> found) {
    if (record.type() == RecordType.TXT) {
      return found.stream().anyMatch(value -> sameKind(record, value))
          ? Finding.VALUE_MISMATCH
          : Finding.RECORD_MISSING;
    }
    DnsName theirs = DnsName.of(found.get(0));
    boolean own = all.stream().anyMatch(other -> other.value().equals(theirs.value()));
    return !own && isOtherStores(record.target(), theirs)
        ? Finding.OTHER_STORE
        : Finding.VALUE_MISMATCH;
  }

  /** TXT records of many owners stand at one name; ours begins as ours does. */
  private static boolean sameKind(ExpectedRecord record, String value) {
    int sign = record.value().indexOf('=');
    return sign > 0 && value.contains(record.value().substring(0, sign));
  }

  /**
   * In the same target zone, with a token of our length and alphabet that is not near ours. Which
   * part of the value is the token is told by where the two differ, so that it may stand in any
   * label, with a prefix or without.
   */
  private boolean isOtherStores(DnsName ours, DnsName theirs) {
    List<String> expected = parts(ours);
    List<String> found = parts(theirs);
    if (expected.size() != found.size() || !theirs.isWithin(zone(ours))) {
      return false;
    }
    boolean token = false;
    for (int i = 0; i < expected.size(); i++) {
      String part = expected.get(i);
      if (!part.equals(found.get(i))) {
        boolean isLong = part.length() >= SHORTEST_TOKEN;
        if (part.length() != found.get(i).length() || (isLong && !isToken(part, found.get(i)))) {
          return false;
        }
        token |= isLong;
      }
    }
    return token;
  }

  private static List<String> parts(DnsName name) {
    return List.of(name.value().split("[.-]", -1));
  }

  /** What all targets share: the last two labels. */
  private static DnsName zone(DnsName target) {
    List<String> labels = target.labels();
    return DnsName.join(labels.subList(Math.max(0, labels.size() - 2), labels.size()));
  }

  private boolean isToken(String ours, String theirs) {
    return alphabet(ours).matcher(theirs).matches()
        && Nearest.distance(ours, theirs) > ours.length() / 2;
  }

  /** The smallest alphabet that this token, and those of the records beside it, are written in. */
  private Pattern alphabet(String token) {
    List<String> tokens =
        all.stream()
            .filter(record -> record.type() == RecordType.CNAME)
            .flatMap(record -> parts(record.target()).stream())
            .filter(part -> part.length() == token.length())
            .toList();
    return Stream.of(HEX, BASE32, BASE36)
        .filter(one -> tokens.stream().allMatch(part -> one.matcher(part).matches()))
        .findFirst()
        .orElse(ANY);
  }
}
