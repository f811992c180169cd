package dev.shopbell.jdbc;

import dev.shopbell.notice.Secret;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what {@link Octets} wrote. */
final class OctetReader {
  private final byte[] bytes;
  private int at;

  private OctetReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A reader behind the version.
   *
   * @throws OutboxException when it is another version's form
   */
  static OctetReader of(byte[] bytes, byte version) {
    OctetReader reader = new OctetReader(bytes);
    if (reader.octet() != version) {
      throw reader.unreadable();
    }
    return reader;
  }

  OutboxException unreadable() {
    return new OutboxException(
        "a row was written by another version of this library: use that one, or a later");
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  byte octet() {
    if (at == bytes.length) {
      throw unreadable();
    }
    return bytes[at++];
  }

  long longNumber() {
    long value = 0;
    int shift = 0;
    byte next = octet();
    while (next < 0) {
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
      next = octet();
    }
    value |= (long) next << shift;
    return (value >>> 1) ^ -(value & 1);
  }

  int number() {
    return (int) longNumber();
  }

  String text() {
    int length = number();
    if (length < 0 || length > bytes.length - at) {
      throw unreadable();
    }
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  Instant time() {
    return Instant.ofEpochSecond(longNumber(), longNumber());
  }

  <T> List<T> list(Supplier<T> item) {
    int count = number();
    List<T> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(item.get());
    }
    return items;
  }

  /** The value that must be a map. */
  Map<String, Object> map() {
    if (octet() != Octets.MAP) {
      throw unreadable();
    }
    return entries();
  }

  private Map<String, Object> entries() {
    int count = number();
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      map.put(text(), value());
    }
    return map;
  }

  private Object value() {
    return switch (octet()) {
      case Octets.MAP -> entries();
      case Octets.LIST -> list(this::value);
      case Octets.TEXT -> text();
      case Octets.SECRET -> Secret.reference(text());
      case Octets.TRUE -> true;
      case Octets.FALSE -> false;
      case Octets.INT -> number();
      case Octets.LONG -> longNumber();
      case Octets.DOUBLE -> Double.longBitsToDouble(longNumber());
      case Octets.BIG -> new BigInteger(text());
      case Octets.DECIMAL -> new BigDecimal(text());
      default -> throw unreadable();
    };
  }
}
