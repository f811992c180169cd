package dev.shopbell.mime;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A letter as it goes over the wire: every line ends with CR LF, the last one too, and none is
 * doubled for its dot yet. It gives the same octets each time that it is written.
 */
public interface WireLetter {
  /** How many octets it has. */
  long size();

  /** True when its body holds octets above 127, so that the server must take 8BITMIME. */
  boolean isEightBit();

  /** True when its headers hold UTF-8, so that the server must take SMTPUTF8 (RFC 6531). */
  boolean needsUtf8();

  /** Writes it; an attachment is read meanwhile, and never held as a whole. */
  void writeTo(OutputStream out) throws IOException;
}
