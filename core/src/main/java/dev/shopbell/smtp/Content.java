package dev.shopbell.smtp;

import dev.shopbell.mime.WireLetter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it was written for the wire: as octets where it is small, otherwise as something that
 * is written when its turn comes.
 */
final class Content {
  private static final int LARGEST_HELD = 262_144;

  private final WireLetter letter;
  private final byte @Nullable [] octets;
  private final byte @Nullable [] stuffed;

  private Content(WireLetter letter, byte @Nullable [] octets, byte @Nullable [] stuffed) {
    this.letter = letter;
    this.octets = octets;
    this.stuffed = stuffed;
  }

  static Content of(WireLetter letter) throws IOException {
    if (letter.size() > LARGEST_HELD) {
      return new Content(letter, null, null);
    }
    Octets bytes = new Octets((int) letter.size());
    letter.writeTo(bytes);
    byte[] whole = bytes.whole();
    if (Lines.look(whole) == Lines.Look.PLAIN) {
      return new Content(letter, whole, whole);
    }
    byte[] regular = Lines.regular(whole);
    return new Content(letter, regular, Lines.stuffed(regular));
  }

  WireLetter letter() {
    return letter;
  }

  long size() {
    return octets == null ? letter.size() : octets.length;
  }

  boolean isHeld() {
    return octets != null;
  }

  /** Its octets as they are, for BDAT; only when they are held. */
  byte[] octets() {
    return Objects.requireNonNull(octets);
  }

  /** Writes it for DATA, without the final dot. */
  void writeTo(OutputStream out) throws IOException {
    if (stuffed != null) {
      out.write(stuffed);
      return;
    }
    OutputStream lines = Lines.to(out, true);
    letter.writeTo(lines);
    lines.close();
  }

  /**
   * Gives its array away when it is just full, as it is when a letter keeps its word on its size.
   */
  private static final class Octets extends ByteArrayOutputStream {
    Octets(int size) {
      super(Math.max(size, 1));
    }

    byte[] whole() {
      return count == buf.length ? buf : toByteArray();
    }
  }
}
