package dev.shopbell.jdbc;

import dev.shopbell.notice.Secret;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes values one behind the other: numbers in groups of seven bits, the least first, with the
 * sign in the lowest bit; texts as UTF-8 behind their length.
 */
final class Octets {
  static final byte MAP = 'm';
  static final byte LIST = 'l';
  static final byte TEXT = 't';
  static final byte TRUE = 'T';
  static final byte FALSE = 'F';
  static final byte INT = 'i';
  static final byte LONG = 'L';
  static final byte DOUBLE = 'D';
  static final byte BIG = 'I';
  static final byte DECIMAL = 'd';
  static final byte SECRET = 's';

  private byte[] bytes = new byte[256];
  private int size;

  Octets octet(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
    return this;
  }

  Octets number(long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      octet((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    return octet((int) rest);
  }

  Octets text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    if (bytes.length - size < utf8.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * size, size + utf8.length));
    }
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return this;
  }

  Octets time(Instant time) {
    return number(time.getEpochSecond()).number(time.getNano());
  }

  /** A plain value of a notice, with its kind. */
  void value(Object value) {
    if (value instanceof Map<?, ?> map) {
      octet(MAP).number(map.size());
      map.forEach((name, item) -> text((String) name).value(item));
    } else if (value instanceof List<?> list) {
      octet(LIST).number(list.size());
      list.forEach(this::value);
    } else if (value instanceof String text) {
      octet(TEXT).text(text);
    } else if (value instanceof Secret secret) {
      octet(SECRET).text(secret.reference());
    } else if (value instanceof Boolean bool) {
      octet(bool ? TRUE : FALSE);
    } else {
      number((Number) value);
    }
  }

  private void number(Number value) {
    if (value instanceof Integer) {
      octet(INT).number(value.longValue());
    } else if (value instanceof Long) {
      octet(LONG).number(value.longValue());
    } else if (value instanceof Double real) {
      octet(DOUBLE).number(Double.doubleToRawLongBits(real));
    } else if (value instanceof BigInteger whole) {
      octet(BIG).text(whole.toString());
    } else {
      octet(DECIMAL).text(((BigDecimal) value).toString());
    }
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }
}
