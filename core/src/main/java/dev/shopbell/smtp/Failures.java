package dev.shopbell.smtp;

import java.io.IOException;

/** What broke, in words. */
final class Failures {
  private Failures() {}

  /** The deepest cause that has words: what a certificate lacks stands below three others. */
  static String of(IOException failure) {
    Throwable deepest = failure;
    for (int depth = 0; depth < 8; depth++) {
      Throwable cause = deepest.getCause();
      if (cause == null || cause.getMessage() == null) {
        break;
      }
      deepest = cause;
    }
    String words = deepest.getMessage();
    return words == null ? deepest.getClass().getSimpleName() : words;
  }
}
