package dev.shopbell.sms;

/**
 * A message as it goes out.
 *
 * @param text what is handed to the provider
 * @param sent what the recipient reads and what is counted: {@code text}, with the signature that
 *     the provider puts before it
 * @param segments that the provider charges
 */
public record SmsComposition(String text, String sent, int segments) {
  /** Its size alone: a message is personal. */
  @Override
  public String toString() {
    return "SmsComposition[" + segments + " segments]";
  }
}
