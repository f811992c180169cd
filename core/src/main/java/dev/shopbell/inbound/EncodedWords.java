package dev.shopbell.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers as people read them (RFC 2047). The bytes of neighbouring words are joined before they
 * become characters, since many senders cut between the bytes of one; a word that is broken stays
 * as it is.
 */
final class EncodedWords {
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s*]{1,40})(?:\\*[^?\\s]{0,20})?\\?([BbQq])\\?([^?]{0,1000})\\?=");

  private EncodedWords() {}

  /** A header's value, as Jakarta Mail has it, unfolded and decoded. */
  static String decode(String value) {
    String line = value.replaceAll("\\r?\\n[ \\t]?", " ").strip();
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String charset = "";
    int from = 0;
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String between = line.substring(from, word.start());
      if (bytes.size() > 0 && !(between.isBlank() && charset.equalsIgnoreCase(word.group(1)))) {
        text.append(Decoding.text(bytes.toByteArray(), charset));
        bytes.reset();
        between = between.isBlank() ? "" : between;
      } else if (bytes.size() > 0) {
        between = "";
      }
      text.append(plain(between));
      charset = word.group(1);
      bytes.writeBytes(content(word.group(2), word.group(3)));
      from = word.end();
    }
    text.append(Decoding.text(bytes.toByteArray(), charset));
    return text.append(plain(line.substring(from))).toString();
  }

  /** Raw bytes beyond ASCII, which Jakarta Mail gives as one character each. */
  private static String plain(String text) {
    boolean raw = text.chars().anyMatch(c -> c > 127) && text.chars().allMatch(c -> c < 256);
    return raw ? Decoding.text(text.getBytes(StandardCharsets.ISO_8859_1), "") : text;
  }

  private static byte[] content(String encoding, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      if (encoding.equalsIgnoreCase("B")) {
        return Base64.getMimeDecoder().decode(ascii);
      }
      String quoted = text.replace('_', ' ');
      return MimeUtility.decode(
              new ByteArrayInputStream(quoted.getBytes(StandardCharsets.ISO_8859_1)),
              "quoted-printable")
          .readAllBytes();
    } catch (IOException | MessagingException | IllegalArgumentException e) {
      return ascii;
    }
  }
}
