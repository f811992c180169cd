package dev.shopbell.testkit.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Names, types and records from text, and copies of records. */
final class Records {
  static final long TTL = 300;

  private Records() {}

  static Name name(String text) {
    try {
      return Name.fromString(text, Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException("\"%s\" is not a domain name".formatted(text), e);
    }
  }

  /** The name that stands for all that do not exist right below that one. */
  static Name wildcard(Name above) {
    try {
      return Name.concatenate(Name.fromConstantString("*"), above);
    } catch (NameTooLongException e) {
      throw new IllegalArgumentException("There is no room for a name below " + above, e);
    }
  }

  static int type(String text) {
    int type = Type.value(text);
    if (type < 0) {
      throw new IllegalArgumentException(
          "\"%s\" is not a record type; write one such as CNAME or MX".formatted(text));
    }
    return type;
  }

  /** The records of a zone file, whose TTL is five minutes where it names none. */
  static List<Record> parse(Name zone, String text) {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    List<Record> records = new ArrayList<>();
    try (Master master = new Master(bytes, zone, TTL)) {
      master.disableIncludes(true);
      for (Record r = master.nextRecord(); r != null; r = master.nextRecord()) {
        records.add(within(zone, r));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The text of zone %s is no zone file: %s".formatted(zone, e.getMessage()), e);
    }
    return records;
  }

  /** A record of the same data with another TTL. */
  static Record withTtl(Record record, long ttl) {
    String data = record.rdataToString();
    try {
      return Record.fromString(record.getName(), record.getType(), DClass.IN, ttl, data, Name.root);
    } catch (IOException e) {
      throw new IllegalStateException("A record does not read back: " + record, e);
    }
  }

  private static Record within(Name zone, Record record) {
    if (!record.getName().subdomain(zone)) {
      throw new IllegalArgumentException(
          "The text of zone %s has a record at %s; leave out the final dot, or put it in its own zone"
              .formatted(zone, record.getName()));
    }
    return record;
  }
}
