package dev.shopbell.smtp;

/** How far the dialogue about one letter has come. */
enum Phase {
  /** Connecting, greeting, TLS, and login where that is not told apart. */
  CONNECT,
  /** Logging in. */
  LOGIN,
  /** The envelope's sender is being told. */
  MAIL,
  /** The recipient is being told. */
  RCPT,
  /** The letter is being written; without its final dot the server has nothing. */
  DATA,
  /** The final dot may have gone out: from here on only an answer tells. */
  FINAL,
  /** Given up before the final dot; it will not go out any more. */
  ABANDONED
}
