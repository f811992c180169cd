package dev.shopbell.mime;

import java.io.IOException;
import java.io.OutputStream;

/** A piece of a letter that can be written again and again. */
interface Segment {
  /** How many octets it writes. */
  long size();

  void writeTo(OutputStream out) throws IOException;
}
