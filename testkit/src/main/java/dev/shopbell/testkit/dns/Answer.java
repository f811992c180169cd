package dev.shopbell.testkit.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** An answer while it is put together: a code, whether it is authoritative, three sections. */
final class Answer {
  /** In place of an extended error of RFC 8914. */
  static final int NO_REASON = -1;

  private int rcode = Rcode.NOERROR;
  private int reason = NO_REASON;
  private boolean authoritative;
  private boolean authentic;
  private final List<Record> records = new ArrayList<>();
  private final List<Record> authority = new ArrayList<>();
  private final List<Record> additional = new ArrayList<>();

  static Answer of(int rcode) {
    Answer answer = new Answer();
    answer.rcode = rcode;
    return answer;
  }

  /** A failure for a bogus name, with the extended error that says why. */
  static Answer bogus(int reason) {
    Answer answer = of(Rcode.SERVFAIL);
    answer.reason = reason;
    return answer;
  }

  static Answer authoritative() {
    Answer answer = new Answer();
    answer.authoritative = true;
    return answer;
  }

  int rcode() {
    return rcode;
  }

  void rcode(int code) {
    rcode = code;
  }

  boolean isAuthoritative() {
    return authoritative;
  }

  void setAuthoritative(boolean value) {
    authoritative = value;
  }

  int reason() {
    return reason;
  }

  /** Whether a validating resolver vouches for it. */
  boolean isAuthentic() {
    return authentic;
  }

  void setAuthentic(boolean value) {
    authentic = value;
  }

  List<Record> records() {
    return records;
  }

  List<Record> authority() {
    return authority;
  }

  List<Record> additional() {
    return additional;
  }

  /** Appends what another server said, whose code is the last word. */
  void append(Answer next) {
    rcode = next.rcode;
    records.addAll(next.records);
    authority.addAll(next.authority);
  }

  /** Whether somebody who asks in turn can go on from here. */
  boolean isUsable() {
    return (rcode == Rcode.NOERROR || rcode == Rcode.NXDOMAIN) && (authoritative || isReferral());
  }

  boolean isReferral() {
    return !authoritative
        && rcode == Rcode.NOERROR
        && records.isEmpty()
        && authority.stream().anyMatch(r -> r.getType() == Type.NS);
  }

  /** Where that name points, when the answer has an alias and not the type that was asked for. */
  Optional<Name> alias(Name name, int asked) {
    if (asked == Type.CNAME || asked == Type.ANY || has(name, asked)) {
      return Optional.empty();
    }
    return records.stream()
        .filter(r -> r.getType() == Type.CNAME && r.getName().equals(name))
        .map(r -> ((CNAMERecord) r).getTarget())
        .findFirst();
  }

  private boolean has(Name name, int type) {
    return records.stream().anyMatch(r -> r.getType() == type && r.getName().equals(name));
  }
}
