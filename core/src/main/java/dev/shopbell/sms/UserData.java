package dev.shopbell.sms;

import java.util.Arrays;

/** Octets of one message: its header and its packed characters (TS 23.038, 6.1.2.1.1). */
final class UserData {
  private static final int SEPTET_BITS = 7;
  private static final byte ESCAPE = 0x1B;

  private final byte[] octets = new byte[Headers.OCTETS];
  private int bits;

  private UserData(byte[] header) {
    System.arraycopy(header, 0, octets, 0, header.length);
    bits = header.length * Byte.SIZE;
  }

  static byte[] of(Coding coding, byte[] header, String text) {
    UserData data = new UserData(header);
    if (coding.isGsm()) {
      data.bits = (data.bits + SEPTET_BITS - 1) / SEPTET_BITS * SEPTET_BITS;
      text.chars().forEach(c -> data.septets(coding, (char) c));
    } else {
      text.chars().forEach(data::unit);
    }
    return Arrays.copyOf(data.octets, (data.bits + Byte.SIZE - 1) / Byte.SIZE);
  }

  private void septets(Coding coding, char c) {
    int septet = coding.alphabet().septet(c);
    if (septet >= 0) {
      septet(septet);
    } else {
      septet(ESCAPE);
      septet(coding.extension().septet(c));
    }
  }

  /** Least significant bits first. */
  private void septet(int septet) {
    int at = bits / Byte.SIZE;
    int shifted = septet << bits % Byte.SIZE;
    octets[at] |= (byte) shifted;
    if (shifted > 0xFF) {
      octets[at + 1] |= (byte) (shifted >> Byte.SIZE);
    }
    bits += SEPTET_BITS;
  }

  private void unit(int unit) {
    octets[bits / Byte.SIZE] = (byte) (unit >> Byte.SIZE);
    octets[bits / Byte.SIZE + 1] = (byte) unit;
    bits += Character.SIZE;
  }
}
