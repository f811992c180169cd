package dev.shopbell.smtp;

import dev.shopbell.transport.Outcome;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The answers on one connection: each is read against the command that it answers, in the order in
 * which those went out, and settles its letter where it can.
 */
final class Answers {
  private static final Duration RESET = Duration.ofSeconds(5);

  private final Pool pool;
  private final Wire wire;
  private final Duration usual;
  private final Deque<Expected> expected = new ArrayDeque<>();
  private final AtomicInteger chunksOut = new AtomicInteger();
  private volatile @Nullable Parcel head;
  private volatile boolean quiet = true;
  private @Nullable Parcel awaited;
  private int refused;
  private boolean toReset;
  private boolean open;

  /** A reply that will come, and what it answers. */
  private record Expected(Parcel parcel, Step step) {}

  /** What of a letter goes out. */
  enum Step {
    RESET,
    MAIL,
    RCPT,
    DATA,
    CONTENT,
    /** A content of nothing, where the server wants one for no recipient. */
    NOTHING,
    CHUNK
  }

  Answers(Pool pool, SmtpOptions options, Wire wire) {
    this.pool = pool;
    this.wire = wire;
    this.usual = options.limits().timeout();
  }

  boolean isAt(Parcel parcel) {
    return head == parcel;
  }

  /** True when no answer is to come; from any thread. */
  boolean isQuiet() {
    return quiet;
  }

  /** How many letters are on their way by BDAT; from any thread. */
  int chunksOut() {
    return chunksOut.get();
  }

  /** How many letters were refused by their envelopes. */
  int refused() {
    return refused;
  }

  boolean areExpected() {
    return !expected.isEmpty();
  }

  boolean isAwaited() {
    return awaited != null;
  }

  /** The letter whose content the server awaits, once. */
  @Nullable Parcel awaited() {
    Parcel parcel = awaited;
    awaited = null;
    return parcel;
  }

  /** A transaction may be open that nobody goes on with. */
  void needReset() {
    toReset = true;
  }

  /** Whether the server, by all that it has answered, has a transaction open. */
  boolean isOpen() {
    return open;
  }

  /** Whether a reset is needed; it is taken to be said then. */
  boolean resets() {
    boolean needed = toReset;
    toReset = false;
    return needed;
  }

  /** From now on everything is about this letter, until others are answered. */
  void at(Parcel parcel) {
    head = parcel;
  }

  void expect(Parcel parcel, Step step) {
    if (expected.isEmpty()) {
      head = parcel;
      quiet = false;
    }
    if (step == Step.CHUNK) {
      chunksOut.incrementAndGet();
    }
    expected.add(new Expected(parcel, step));
  }

  /** The answer to a reset between letters. */
  void readReset() throws IOException {
    quiet = false;
    reset(wire.read(RESET));
    quiet = true;
  }

  /** Reads every reply that is still to come. */
  void drain() throws IOException {
    while (!expected.isEmpty()) {
      next();
    }
    if (wire.replies().held() > 0) {
      throw new IOException("the server answered what nobody had asked");
    }
  }

  /** Reads what had come before the connection broke; it ends with an exception where that ends. */
  void lastWords() throws IOException {
    while (!expected.isEmpty()) {
      next();
    }
  }

  /**
   * Reads replies until a letter by BDAT is settled. What is still held back goes out when there is
   * nothing to read: then the server waits for it.
   */
  void settle() throws IOException {
    boolean settled = false;
    while (!expected.isEmpty() && !settled) {
      if (wire.replies().held() == 0) {
        wire.flush();
      }
      settled = expected.getFirst().step() == Step.CHUNK;
      next();
    }
  }

  private void next() throws IOException {
    Expected now = expected.getFirst();
    head = now.parcel();
    SmtpReply reply = answer(now);
    boolean closing = reply.code() == 421;
    if (!closing || !isBeforeTheLetter(now)) {
      expected.removeFirst();
      quiet = expected.isEmpty();
      read(now, reply);
    }
    if (closing) {
      throw new ClosingException(reply);
    }
  }

  /** A reset that hangs says nothing of the letter behind it. */
  private SmtpReply answer(Expected now) throws IOException {
    if (now.step() != Step.RESET) {
      return wire.read(timeout(now.parcel()));
    }
    try {
      return wire.read(RESET);
    } catch (SocketTimeoutException e) {
      throw new EOFException("the server does not answer a reset");
    }
  }

  /** The answer to a whole letter may take as long as its sender waits. */
  private Duration timeout(Parcel parcel) {
    Duration patience = parcel.isFinal() ? parcel.patience() : usual;
    return patience.compareTo(usual) > 0 ? patience : usual;
  }

  /** Then the letter may be tried on another connection; it is told of the second time. */
  private static boolean isBeforeTheLetter(Expected now) {
    Parcel parcel = now.parcel();
    return now.step() == Step.RESET || (now.step() == Step.MAIL && parcel.mayBeTriedAgain());
  }

  private void read(Expected now, SmtpReply reply) throws IOException {
    Parcel parcel = now.parcel();
    switch (now.step()) {
      case RESET -> reset(reply);
      case MAIL -> {
        parcel.answered();
        envelope(parcel, Phase.MAIL, reply);
      }
      case RCPT -> envelope(parcel, Phase.RCPT, reply);
      case DATA -> data(parcel, reply);
      case CONTENT -> {
        open = false;
        content(parcel, reply);
      }
      case CHUNK -> chunk(parcel, reply);
      case NOTHING -> toReset = true;
    }
  }

  private void reset(SmtpReply reply) throws IOException {
    open = false;
    if (!reply.agrees()) {
      throw new EOFException("the server refuses a reset: " + reply.text());
    }
  }

  private void envelope(Parcel parcel, Phase phase, SmtpReply reply) throws IOException {
    requireSense(reply.agrees() || reply.refuses(), reply);
    open |= reply.agrees();
    if (reply.refuses()) {
      toReset = true;
      refused += parcel.isDone() ? 0 : 1;
      refused(parcel, phase, reply);
    }
  }

  private void data(Parcel parcel, SmtpReply reply) throws IOException {
    requireSense(reply.code() == 354 || reply.refuses(), reply);
    if (reply.refuses()) {
      toReset = true;
      refused(parcel, Phase.DATA, reply);
    } else {
      awaited = parcel;
    }
  }

  private static void content(Parcel parcel, SmtpReply reply) throws IOException {
    requireSense(reply.agrees() || reply.refuses(), reply);
    if (reply.refuses()) {
      refused(parcel, Phase.FINAL, reply);
    } else {
      Outcome.Accepted accepted = new Outcome.Accepted(SmtpClient.NAME, List.of(), 0);
      parcel.finish(SmtpResult.of(accepted, reply));
    }
  }

  /** A server that offers CHUNKING and then does not know it is not offered chunks again. */
  private void chunk(Parcel parcel, SmtpReply reply) throws IOException {
    chunksOut.decrementAndGet();
    boolean waited = !parcel.isDone();
    open = reply.refuses();
    boolean unknown = waited && reply.code() >= 500 && reply.code() <= 504;
    if (unknown || (!waited && reply.agrees())) {
      pool.chunkingFailed();
    }
    if (waited) {
      content(parcel, reply);
    }
    if (unknown) {
      throw new IOException("the server does not take BDAT, which it offered");
    }
  }

  static void refused(Parcel parcel, Phase phase, SmtpReply reply) {
    parcel.finish(SmtpResult.of(reply.outcome(phase), reply));
  }

  private static void requireSense(boolean sensible, SmtpReply reply) throws IOException {
    if (!sensible) {
      throw new IOException("the server answered nonsense: " + reply.code() + " at this place");
    }
  }
}
