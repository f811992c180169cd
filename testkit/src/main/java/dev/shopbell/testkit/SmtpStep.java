package dev.shopbell.testkit;

/** The places in an SMTP dialogue at which a {@link ScriptedSmtpServer} can be told what to do. */
public enum SmtpStep {
  /** The connection was made; the answer is the greeting. */
  CONNECT,
  /** EHLO or HELO. */
  EHLO,
  /** STARTTLS; after an answer of 220 the handshake begins. */
  STARTTLS,
  /** AUTH, when its whole exchange is there. */
  AUTH,
  /** MAIL FROM. */
  MAIL,
  /** RCPT TO. */
  RCPT,
  /** DATA. */
  DATA,
  /** The end of a letter: its final dot, or its last chunk. */
  CONTENT,
  /** RSET. */
  RSET,
  /** NOOP. */
  NOOP,
  /** QUIT. */
  QUIT
}
