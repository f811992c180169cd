package dev.shopbell.transport;

/**
 * Why a provider refused or put off a message. The scope says what the refusal is about, and with
 * it whether another provider could do better.
 */
public enum Reason {
  /** There is no such mailbox or number, or it takes nothing any more. */
  BAD_ADDRESS(Scope.RECIPIENT),
  /** The mailbox is full. */
  MAILBOX_FULL(Scope.RECIPIENT),
  /** The recipient is there and does not take this now: greylisted, switched off. */
  RECIPIENT_UNAVAILABLE(Scope.RECIPIENT),
  /** The words are refused: spam, a forbidden word, a template not approved. */
  CONTENT(Scope.CONTENT),
  /** The message is too large or too long. */
  TOO_LARGE(Scope.CONTENT),
  /** The sender's address, domain or signature is refused. */
  SENDER_REFUSED(Scope.SENDER),
  /** The sender's policy or reputation forbids it: SPF, DKIM, DMARC, a block list. */
  POLICY(Scope.SENDER),
  /** The login is refused. */
  AUTHENTICATION(Scope.ACCOUNT),
  /** The account has no money or quota left. */
  QUOTA(Scope.ACCOUNT),
  /** The account is set up wrongly, or we asked wrongly. */
  CONFIGURATION(Scope.ACCOUNT),
  /** Too much at once. */
  THROTTLED(Scope.ACCOUNT),
  /** The provider cannot be reached, or says that it is out of order. */
  UNAVAILABLE(Scope.ACCOUNT);

  /** What a refusal is about. */
  public enum Scope {
    /** This recipient: no provider could deliver it. */
    RECIPIENT,
    /** These words: no provider would take them. */
    CONTENT,
    /** Who it is from. */
    SENDER,
    /** Our account with this provider. */
    ACCOUNT
  }

  private final Scope scope;

  Reason(Scope scope) {
    this.scope = scope;
  }

  /** What the refusal is about. */
  public Scope scope() {
    return scope;
  }
}
