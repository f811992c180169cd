package dev.shopbell.testkit;

/** What a provider does with the next messages. */
public enum Behaviour {
  /** Takes them. */
  ACCEPT,
  /** Says that there is no such recipient. */
  REFUSE_RECIPIENT,
  /** Says that the words are refused. */
  REFUSE_CONTENT,
  /** Says that the sender is refused. */
  REFUSE_SENDER,
  /** Says that the login is wrong, or that the account is empty. */
  REFUSE_ACCOUNT,
  /** Says that it cannot take them now, and may later. */
  DEFER,
  /** Takes the whole request and never answers. */
  HANG,
  /** Takes the whole request and closes the connection without an answer. */
  CUT,
  /** Takes the whole request, begins to answer and stops in the middle. */
  STALL,
  /** Takes the whole request and answers with something that is no answer. */
  GARBAGE,
  /** Takes the whole request, and something between answers with an error page of its own. */
  ERROR_PAGE
}
