package dev.shopbell.testkit.dns;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Rcode;

/**
 * What a {@link ScriptedDnsServer} does in place of its usual answer. Holds until the server is
 * reset; {@link #times}, {@link #overUdp} and {@link #overTcp} give a narrower one.
 */
public final class DnsFault {
  /** Says that it failed. */
  public static final DnsFault SERVFAIL = rcode(Rcode.SERVFAIL);

  /** Says that it does not answer such questions. */
  public static final DnsFault REFUSED = rcode(Rcode.REFUSED);

  /** Says that it does not understand the question. */
  public static final DnsFault FORMERR = rcode(Rcode.FORMERR);

  /** Says that it cannot do this. */
  public static final DnsFault NOTIMP = rcode(Rcode.NOTIMP);

  /** Says that there is no such name, without the SOA that a real server gives with it. */
  public static final DnsFault NXDOMAIN = rcode(Rcode.NXDOMAIN);

  /** Says that there is no such record, without the SOA that a real server gives with it. */
  public static final DnsFault EMPTY = rcode(Rcode.NOERROR);

  /** Says nothing, and keeps a TCP connection open. */
  public static final DnsFault SILENCE = of(Kind.SILENCE);

  /** Says over UDP that the answer is too long, however short it is; answers over TCP. */
  public static final DnsFault TRUNCATED = of(Kind.TRUNCATED).overUdp();

  /** Sends the right id, and then octets that are no message. */
  public static final DnsFault GARBAGE = of(Kind.GARBAGE);

  /** Sends the right answer under another id. */
  public static final DnsFault WRONG_ID = of(Kind.WRONG_ID);

  /** Sends the answer to a question that was not asked. */
  public static final DnsFault WRONG_QUESTION = of(Kind.WRONG_QUESTION);

  /** Truncates over UDP; over TCP begins an answer that comes an octet at a time without end. */
  public static final DnsFault ENDLESS = of(Kind.ENDLESS);

  /** Answers as usual, but does not say that it has authority. */
  public static final DnsFault NOT_AUTHORITATIVE = of(Kind.NOT_AUTHORITATIVE);

  /** Refuses any question with EDNS as malformed, as very old servers do. */
  public static final DnsFault NO_EDNS = of(Kind.NO_EDNS);

  /**
   * What a validating resolver does for a bogus name: SERVFAIL with the extended error 6 of RFC
   * 8914, unless the question has the CD bit.
   */
  public static final DnsFault BOGUS = of(Kind.BOGUS);

  enum Kind {
    RCODE,
    SILENCE,
    TRUNCATED,
    GARBAGE,
    WRONG_ID,
    WRONG_QUESTION,
    ENDLESS,
    NOT_AUTHORITATIVE,
    NO_EDNS,
    BOGUS,
    RECORDS,
    HELD
  }

  private final Kind kind;
  private final int number;
  private final @Nullable CountDownLatch latch;
  private final int times;
  private final boolean udp;
  private final boolean tcp;

  private DnsFault(
      Kind kind, int number, @Nullable CountDownLatch latch, int times, boolean udp, boolean tcp) {
    this.kind = kind;
    this.number = number;
    this.latch = latch;
    this.times = times;
    this.udp = udp;
    this.tcp = tcp;
  }

  /**
   * Answers with that many records of the type that was asked for (A, TXT, or else CNAME). A
   * message holds about 3,400; for more, its head says the number and its body ends early.
   */
  public static DnsFault records(int count) {
    return new DnsFault(Kind.RECORDS, count, null, Integer.MAX_VALUE, true, true);
  }

  /** Answers as usual when the latch is at zero, and not before. */
  public static DnsFault heldUntil(CountDownLatch latch) {
    return new DnsFault(Kind.HELD, 0, latch, Integer.MAX_VALUE, true, true);
  }

  /** The same for so many questions only; what comes later is answered as usual. */
  public DnsFault times(int count) {
    return new DnsFault(kind, number, latch, count, udp, tcp);
  }

  /** The same over UDP only. */
  public DnsFault overUdp() {
    return new DnsFault(kind, number, latch, times, true, false);
  }

  /** The same over TCP only. */
  public DnsFault overTcp() {
    return new DnsFault(kind, number, latch, times, false, true);
  }

  private static DnsFault rcode(int rcode) {
    return new DnsFault(Kind.RCODE, rcode, null, Integer.MAX_VALUE, true, true);
  }

  private static DnsFault of(Kind kind) {
    return new DnsFault(kind, 0, null, Integer.MAX_VALUE, true, true);
  }

  Kind kind() {
    return kind;
  }

  /** A response code, or a number of records. */
  int number() {
    return number;
  }

  int limit() {
    return times;
  }

  boolean isFor(boolean overTcp) {
    return overTcp ? tcp : udp;
  }

  /** Waits for the latch, where there is one. */
  void await() throws InterruptedException {
    if (latch != null) {
      latch.await();
    }
  }

  /** Whether a resolver that asks in turn gets an answer in spite of it. */
  boolean letsAnswersThrough() {
    return switch (kind) {
      case TRUNCATED, NO_EDNS -> true;
      case SILENCE, GARBAGE, WRONG_ID, WRONG_QUESTION, ENDLESS, RECORDS, HELD -> !udp || !tcp;
      case RCODE, NOT_AUTHORITATIVE, BOGUS -> false;
    };
  }

  @Override
  public String toString() {
    return kind == Kind.RCODE ? Rcode.string(number) : kind.name();
  }
}
