package dev.shopbell.sms;

import java.io.ByteArrayOutputStream;

/** The user data header, and the room that it leaves (3GPP TS 23.040, 9.2.3.24). */
final class Headers {
  /** What one message carries, header included. */
  static final int OCTETS = 140;

  private static final int SEPTET_BITS = 7;
  private static final int LENGTH = 1;
  private static final int TABLE = 3;
  private static final int CONCATENATED_8_BIT = 0x00;
  private static final int CONCATENATED_16_BIT = 0x08;
  private static final int SINGLE_SHIFT = 0x24;
  private static final int LOCKING_SHIFT = 0x25;

  private Headers() {}

  static int tables(GsmTable alphabet, GsmTable extension) {
    return Math.min(alphabet.identifier(), 1) + Math.min(extension.identifier(), 1);
  }

  /** What a profile's segments hold when so many national tables are named in each. */
  static SmsCapacity left(SmsProfile profile, int tables) {
    int reference = reference(profile.referenceBits());
    int single = tables == 0 ? 0 : septets(LENGTH + tables * TABLE);
    int several = septets(LENGTH + reference + tables * TABLE) - septets(LENGTH + reference);
    return profile.gsm7().less(single, several);
  }

  /** The most that fit beside a reference of that size. */
  static SmsCapacity most(SmsEncoding encoding, int referenceBits) {
    int header = LENGTH + reference(referenceBits);
    if (encoding == SmsEncoding.UCS_2) {
      int several = (OCTETS - header) / 2;
      return new SmsCapacity(OCTETS / 2, several, several);
    }
    int all = OCTETS * Byte.SIZE / SEPTET_BITS;
    int several = all - septets(header);
    return new SmsCapacity(all, several, several);
  }

  /** Length, concatenation where there are several parts, then the tables; empty for none. */
  static byte[] of(Coding coding, int referenceBits, int reference, int parts, int part) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    if (parts > 1) {
      boolean wide = referenceBits > Byte.SIZE;
      header.write(wide ? CONCATENATED_16_BIT : CONCATENATED_8_BIT);
      header.write(wide ? 4 : 3);
      if (wide) {
        header.write(reference >> Byte.SIZE);
      }
      header.write(reference);
      header.write(parts);
      header.write(part);
    }
    table(header, SINGLE_SHIFT, coding.extension());
    table(header, LOCKING_SHIFT, coding.alphabet());
    byte[] elements = header.toByteArray();
    if (elements.length == 0) {
      return new byte[0];
    }
    header.reset();
    header.write(elements.length);
    header.writeBytes(elements);
    return header.toByteArray();
  }

  private static void table(ByteArrayOutputStream header, int element, GsmTable table) {
    if (table.identifier() > 0) {
      header.write(element);
      header.write(1);
      header.write(table.identifier());
    }
  }

  private static int reference(int bits) {
    return bits == Byte.SIZE ? 5 : 6;
  }

  private static int septets(int octets) {
    return (octets * Byte.SIZE + SEPTET_BITS - 1) / SEPTET_BITS;
  }
}
