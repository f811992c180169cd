package dev.shopbell.smtp;

import dev.shopbell.mime.WireLetter;

/** A letter of plain octets whose writing is for the test to say. */
abstract class WireLetterOf implements WireLetter {
  private final long size;

  WireLetterOf(long size) {
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isEightBit() {
    return false;
  }

  @Override
  public boolean needsUtf8() {
    return false;
  }
}
