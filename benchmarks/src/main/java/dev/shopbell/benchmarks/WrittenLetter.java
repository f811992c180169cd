package dev.shopbell.benchmarks;

import dev.shopbell.mime.WireLetter;
import java.io.IOException;
import java.io.OutputStream;

/** A letter that was written beforehand. */
final class WrittenLetter implements WireLetter {
  private final byte[] octets;

  WrittenLetter(byte[] octets) {
    this.octets = octets;
  }

  @Override
  public long size() {
    return octets.length;
  }

  @Override
  public boolean isEightBit() {
    return false;
  }

  @Override
  public boolean needsUtf8() {
    return false;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(octets);
  }
}
