package dev.shopbell.smtp;

import java.io.EOFException;

/**
 * The server said that it closes the connection (421): whatever it has not answered by then, it
 * does not take (RFC 5321, section 3.8).
 */
final class ClosingException extends EOFException {
  private static final long serialVersionUID = 1L;

  ClosingException(SmtpReply reply) {
    super("the server closes: " + reply.text());
  }
}
