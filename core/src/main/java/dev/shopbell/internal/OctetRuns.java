package dev.shopbell.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds where a run of ordinary octets ends, eight octets at a time: most of a letter is such runs,
 * and looking at each octet is a third of what a letter costs.
 */
public final class OctetRuns {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH = 0x8080_8080_8080_8080L;

  private OctetRuns() {}

  /** The first octet from there on that is below a space; the array's length when none is. */
  public static int control(byte[] octets, int from) {
    int i = from;
    while (i + Long.BYTES <= octets.length && below(eight(octets, i), ' ') == 0) {
      i += Long.BYTES;
    }
    while (i < octets.length && (octets[i] & 0xFF) >= ' ') {
      i++;
    }
    return i;
  }

  /**
   * The first octet from there on that quoted-printable text may have to change: one below a space,
   * an equals sign, or one above a tilde; the array's length when there is none.
   */
  public static int unquoted(byte[] octets, int from) {
    int i = from;
    while (i + Long.BYTES <= octets.length && isPlain(eight(octets, i))) {
      i += Long.BYTES;
    }
    while (i < octets.length && isPlain(octets[i])) {
      i++;
    }
    return i;
  }

  private static boolean isPlain(byte octet) {
    return octet >= ' ' && octet != '=' && octet != 127;
  }

  private static boolean isPlain(long eight) {
    long found = (eight & HIGH) | below(eight, ' ');
    return (found | below(eight ^ '=' * ONES, 1) | below(eight ^ 127 * ONES, 1)) == 0;
  }

  private static long eight(byte[] octets, int at) {
    return (long) EIGHT.get(octets, at);
  }

  /** Not zero when one of eight octets is below a number up to 128. */
  private static long below(long eight, int number) {
    return (eight - number * ONES) & ~eight & HIGH;
  }
}
