package dev.shopbell.sms;

import java.util.Arrays;

/** One table of TS 23.038: which character stands at which septet. */
final class GsmTable {
  /** No table holds a character at or above this one. */
  static final int LIMIT = 0x2220;

  private static final int SIZE = 128;
  private static final byte NONE = -1;

  private final int identifier;
  private final byte[] septets = new byte[LIMIT];

  /**
   * @param identifier the National Language Identifier, 0 for the default tables
   * @param characters by septet, 0 where there is none
   */
  GsmTable(int identifier, char[] characters) {
    this.identifier = identifier;
    Arrays.fill(septets, NONE);
    for (int septet = SIZE - 1; septet >= 0; septet--) {
      if (characters[septet] != 0) {
        septets[characters[septet]] = (byte) septet;
      }
    }
  }

  private GsmTable(GsmTable all, String only) {
    identifier = all.identifier;
    Arrays.fill(septets, NONE);
    only.chars().forEach(c -> septets[c] = (byte) all.septet((char) c));
  }

  /** This table with those of its characters alone. */
  GsmTable only(String characters) {
    return new GsmTable(this, characters);
  }

  /** The septet of a character, or -1. */
  int septet(char c) {
    return c < LIMIT ? septets[c] : NONE;
  }

  boolean has(char c) {
    return septet(c) != NONE;
  }

  int identifier() {
    return identifier;
  }
}
