package dev.shopbell.cli;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.transport.Addressee;

/** A mailbox as people write it: {@code Ann's Tea <a@b.example>}, the name in quotes or not. */
final class AddresseeText {
  private AddresseeText() {}

  static Addressee read(String key, String text) {
    String whole = text.strip();
    int angle = whole.lastIndexOf('<');
    try {
      if (angle < 0 || !whole.endsWith(">")) {
        return Addressee.of(EmailAddress.of(whole));
      }
      EmailAddress address = EmailAddress.of(whole.substring(angle + 1, whole.length() - 1));
      return new Addressee(name(whole.substring(0, angle).strip()), address);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"" + key + "\": " + e.getMessage(), e);
    }
  }

  private static String name(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
  }
}
