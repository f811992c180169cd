package dev.shopbell.mime;

/** One part of a letter: a text, a file, or several parts. */
interface Part {
  /** True when octets above 127 stand in it. */
  boolean isEightBit();

  /** Writes its header fields. */
  void describe(Head head);

  /** Writes what stands below them, without the end of its last line. */
  void writeTo(Assembly assembly);
}
