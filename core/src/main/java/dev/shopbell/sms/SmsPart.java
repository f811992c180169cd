package dev.shopbell.sms;

/**
 * What one message of several carries.
 *
 * @param text a piece of the whole; it may begin or end with half of a user-perceived character
 * @param units in the whole's encoding, without the header
 */
public record SmsPart(String text, int units) {
  /** Its size alone: a message is personal. */
  @Override
  public String toString() {
    return "SmsPart[" + units + " units]";
  }
}
