package dev.shopbell.transport;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Signs a letter as it goes over the wire. It is called by the thread that hands the letter to its
 * transport, and never by one that holds a connection. Must not print a key, nor put one into an
 * exception.
 */
@FunctionalInterface
public interface LetterSigner {
  /** Signs nothing. */
  LetterSigner NONE = letter -> "";

  /** A letter, header and body, with CR LF at the end of each line. */
  @FunctionalInterface
  interface Source {
    /** Writes it, the same each time. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * The header lines to put before the letter's own, in ASCII, each ended with CR LF.
   *
   * @throws IOException when the letter cannot be read or signed
   */
  String sign(Source letter) throws IOException;
}
