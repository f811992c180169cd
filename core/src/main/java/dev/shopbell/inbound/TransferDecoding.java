package dev.shopbell.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/** Content without its transfer encoding (RFC 2045, section 6), as far as it can be decoded. */
final class TransferDecoding {
  private TransferDecoding() {}

  static byte[] decode(byte[] content, String encoding) {
    return switch (encoding) {
      case "base64" -> base64(content);
      case "quoted-printable", "uuencode", "x-uuencode" -> decoded(content, encoding);
      default -> content;
    };
  }

  /** What was cut off in the middle of a group of four is left out. */
  private static byte[] base64(byte[] content) {
    ByteArrayOutputStream letters = new ByteArrayOutputStream(content.length);
    for (byte b : content) {
      if (b > 0 && (Character.isLetterOrDigit(b) || b == '+' || b == '/')) {
        letters.write(b);
      }
    }
    byte[] all = letters.toByteArray();
    int rest = all.length % 4;
    return Base64.getDecoder().decode(rest == 1 ? Arrays.copyOf(all, all.length - 1) : all);
  }

  private static byte[] decoded(byte[] content, String encoding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
    try (InputStream in = MimeUtility.decode(new ByteArrayInputStream(content), encoding)) {
      in.transferTo(out);
    } catch (IOException | MessagingException e) {
      return out.size() == 0 ? content : out.toByteArray();
    }
    return out.toByteArray();
  }
}
