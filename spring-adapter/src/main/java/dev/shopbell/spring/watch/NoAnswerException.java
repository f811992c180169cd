package dev.shopbell.spring.watch;

import java.time.Duration;

/** Who was asked did not answer in time. */
final class NoAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoAnswerException(Duration patience) {
    super("no answer within " + patience.toSeconds() + " seconds");
  }
}
