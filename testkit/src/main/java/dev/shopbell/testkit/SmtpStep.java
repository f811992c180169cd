package dev.shopbell.testkit;

/** The places in an SMTP dialogue at which a {@link ScriptedSmtpServer} can be told what to do. */
public enum SmtpStep {
  /** The connection was made; the answer is the greeting. */
  CONNECT,
  /** EHLO or HELO. */
  EHLO,
  /** AUTH, when its whole exchange is there. */
  AUTH,
  /** MAIL FROM. */
  MAIL,
  /** RCPT TO. */
  RCPT,
  /** DATA. */
  DATA,
  /** The final dot of a letter. */
  CONTENT,
  /** RSET. */
  RSET,
  /** QUIT. */
  QUIT
}
