package dev.shopbell.smtp;

import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.TransportException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One letter on its way from the thread that sends it to the connection that takes it. The thread
 * waits; it may give the letter up, and then its final dot does not go out unless it may have
 * before.
 */
final class Parcel {
  /** Where it is. */
  private enum State {
    WAITING,
    ON_THE_WIRE,
    /** Its last octet may have gone out: only an answer tells. */
    FINAL,
    /** The same, and nobody waits for the answer. */
    FINAL_ALONE,
    GIVEN_UP
  }

  private final SmtpEnvelope envelope;
  private final LetterSource source;
  private final long deadline;
  private final Thread sender = Thread.currentThread();
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private Content content;
  private volatile @Nullable Courier courier;
  private boolean answered;
  private boolean triedBefore;

  Parcel(SmtpEnvelope envelope, LetterSource source, Content content, long deadline) {
    this.envelope = envelope;
    this.source = source;
    this.content = content;
    this.deadline = deadline;
  }

  SmtpEnvelope envelope() {
    return envelope;
  }

  LetterSource source() {
    return source;
  }

  Content content() {
    return content;
  }

  void rewrite(Content content) {
    this.content = content;
  }

  /** Takes it for a connection; false when it was given up meanwhile. */
  boolean claim(Courier courier) {
    this.courier = courier;
    answered = false;
    return state.compareAndSet(State.WAITING, State.ON_THE_WIRE);
  }

  /** Before its last octet goes out; false when it was given up, and then it must not. */
  boolean commit() {
    return state.compareAndSet(State.ON_THE_WIRE, State.FINAL);
  }

  /**
   * Puts it back, to be tried on another connection; only once, and only if nothing answered it.
   *
   * @param notTaken whether the server said that it takes nothing more, so that the letter is not
   *     there even when its last octet went out
   */
  boolean back(boolean notTaken) {
    if (answered || triedBefore) {
      return false;
    }
    triedBefore =
        state.compareAndSet(State.ON_THE_WIRE, State.WAITING)
            || (notTaken && state.compareAndSet(State.FINAL, State.WAITING));
    return triedBefore;
  }

  void answered() {
    answered = true;
  }

  boolean mayBeTriedAgain() {
    return !answered && !triedBefore;
  }

  boolean isFinal() {
    State now = state.get();
    return now == State.FINAL || now == State.FINAL_ALONE;
  }

  /** How long its sender still waits; zero when it does not. */
  Duration patience() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  boolean isDone() {
    return ending.get() != null;
  }

  void finish(Ending how) {
    if (ending.compareAndSet(null, how)) {
      LockSupport.unpark(sender);
    }
  }

  void finish(SmtpResult result) {
    finish(Ending.of(result));
  }

  /** The wire broke under it. */
  void broken(String problem) {
    broken(problem, false);
  }

  /** The wire broke under it, or the server closed it before it took the letter. */
  void broken(String problem, boolean notTaken) {
    finish(
        Ending.of(
            isFinal() && !notTaken
                ? TransportException.mayHaveLeft(problem, null)
                : TransportException.nothingLeft(problem, null)));
  }

  /** Waits for its ending until the deadline. When interrupted, the thread is so afterwards too. */
  SmtpResult await() throws TransportException {
    while (true) {
      Ending how = ending.get();
      if (how != null) {
        return how.get();
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return giveUp("no answer before the deadline");
      }
      if (Thread.interrupted()) {
        try {
          return giveUp("interrupted before the answer");
        } finally {
          sender.interrupt();
        }
      }
      LockSupport.parkNanos(this, left);
    }
  }

  private SmtpResult giveUp(String problem) throws TransportException {
    boolean nothingLeft = recall();
    Courier current = courier;
    if (current != null) {
      current.givenUp(this);
    }
    Ending how = ending.get();
    if (how != null) {
      return how.get();
    }
    if (nothingLeft) {
      throw TransportException.nothingLeft(problem, null);
    }
    return SmtpResult.of(new Outcome.Unknown(problem));
  }

  private boolean recall() {
    while (true) {
      State now = state.get();
      if (now == State.FINAL_ALONE || state.compareAndSet(State.FINAL, State.FINAL_ALONE)) {
        return false;
      }
      if (now == State.GIVEN_UP || state.compareAndSet(now, State.GIVEN_UP)) {
        return true;
      }
    }
  }
}
