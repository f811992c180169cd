package dev.shopbell.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A letter of these octets, as they go over the wire. */
final class Plain extends WireLetterOf {
  private final byte[] octets;
  private final boolean eightBit;

  Plain(String octets, boolean eightBit) {
    this(octets.getBytes(StandardCharsets.UTF_8), eightBit);
  }

  private Plain(byte[] octets, boolean eightBit) {
    super(octets.length);
    this.octets = octets;
    this.eightBit = eightBit;
  }

  static LetterSource letter(String words) {
    return eightBit -> new Plain("Subject: x\r\n\r\n" + words + ".\r\n", false);
  }

  /** Large, and made while it is written. */
  static LetterSource large(long size) {
    return eightBit ->
        new WireLetterOf(size) {
          @Override
          public void writeTo(OutputStream out) throws IOException {
            byte[] line = ("." + "x".repeat(77) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (long left = size; left > 0; left -= line.length) {
              out.write(line, 0, (int) Math.min(left, line.length));
            }
          }
        };
  }

  @Override
  public boolean isEightBit() {
    return eightBit;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(octets);
  }
}
