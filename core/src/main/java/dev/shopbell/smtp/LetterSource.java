package dev.shopbell.smtp;

import dev.shopbell.mime.Letters;
import dev.shopbell.mime.WireLetter;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/**
 * Writes a letter for the server that takes it. Asked once as a rule, by the thread that sends;
 * asked again, by another thread, when the server turns out to take less than the last one did.
 */
@FunctionalInterface
public interface LetterSource {
  /**
   * The letter.
   *
   * @param eightBit whether the server takes 8BITMIME
   * @throws MessagingException when it cannot be written; the letter is then rejected
   */
  WireLetter wire(boolean eightBit) throws MessagingException;

  /** A message of Jakarta Mail's, as it is: its headers are written, its envelope is not read. */
  static LetterSource of(MimeMessage message) {
    return eightBit -> Letters.wire(message);
  }
}
