package dev.shopbell.templates.mustache;

/** The operations of a program; behind each stand its operands. */
final class Op {
  /** A part of the template itself: text. */
  static final int TEXT = 0;

  /** A value: path, encoder, place. */
  static final int VALUE = 1;

  /** Once for each item, or once, or not at all: path, where it goes on, place. */
  static final int SECTION = 2;

  /** The next item, or on. */
  static final int NEXT = 3;

  /** If there is nothing: path, where it goes on, place. */
  static final int INVERTED = 4;

  /** What the call that follows puts into the blocks of the parent: arguments. */
  static final int ARGUMENTS = 5;

  /** A partial or parent: routine, indent, whether it stands alone, place. */
  static final int CALL = 6;

  /** A partial named by the data: path, HTML place, indent, whether it stands alone, place. */
  static final int DYNAMIC = 7;

  /**
   * What an argument says, or else what follows: name, HTML place, indent, whether it stands alone,
   * where it goes on, place.
   */
  static final int BLOCK = 8;

  /** Back to the caller. */
  static final int RETURN = 9;

  /** An argument or partial that cannot stand where it was asked for: failure. */
  static final int REFUSE = 10;

  private Op() {}
}
