package dev.shopbell.identity;

/** Why mail is addressed as it is, in words a merchant understands. */
public enum SenderReason {
  OWN_SERVER("Your own mail server sends it."),
  BRAND_DOMAIN("Your domain is verified, so it comes from you alone."),
  PUBLIC_MAILBOX(
      "Your mailbox is with a public provider, which lets nobody else send in its name."),
  DOMAIN_NOT_EFFECTIVE("Your domain is not verified and in effect, so the platform sends for you."),
  DMARC_FORBIDS_LITERAL(
      "Your mailbox's domain asks receivers to refuse mail that others send in its name.");

  private final String text;

  SenderReason(String text) {
    this.text = text;
  }

  /** One plain sentence. */
  public String text() {
    return text;
  }
}
