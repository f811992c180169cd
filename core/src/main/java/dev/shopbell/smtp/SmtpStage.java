package dev.shopbell.smtp;

/** How far a letter's way to a server has come, in its order. */
public enum SmtpStage {
  /** The server's name is looked up. */
  DNS,
  /** The connection is made and the greeting awaited. */
  CONNECT,
  /** The connection is made safe, and the certificate checked. */
  TLS,
  /** The user logs in. */
  LOGIN,
  /** The envelope's sender is told. */
  SENDER,
  /** The recipient is told. */
  RECIPIENT,
  /** The letter itself is handed over. */
  CONTENT,
  /** The server has taken the letter. That is not yet a delivery. */
  ACCEPTED
}
