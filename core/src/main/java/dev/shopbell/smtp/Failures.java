package dev.shopbell.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import javax.net.ssl.SSLException;

/** What broke, in words. */
final class Failures {
  private Failures() {}

  /** True when the server, or something between, had ended the connection. */
  static boolean isEnd(IOException failure) {
    return failure instanceof EOFException
        || failure instanceof SocketException
        || (failure instanceof SSLException && failure.getCause() instanceof SocketException);
  }

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
