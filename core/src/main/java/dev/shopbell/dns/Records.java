package dev.shopbell.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TXTRecord;

/** Our records from dnsjava's. */
final class Records {
  private Records() {}

  /** The record; null for kinds that nobody asks for. */
  static @Nullable DnsRecord read(Record record) {
    if (record instanceof CNAMERecord cname) {
      return of(record, RecordType.CNAME, value(cname.getTarget()));
    }
    if (record instanceof TXTRecord txt) {
      return of(record, RecordType.TXT, text(txt));
    }
    if (record instanceof ARecord a) {
      return of(record, RecordType.A, a.getAddress().getHostAddress());
    }
    if (record instanceof AAAARecord aaaa) {
      return of(record, RecordType.AAAA, aaaa.getAddress().getHostAddress());
    }
    if (record instanceof MXRecord mx) {
      return of(record, RecordType.MX, value(mx.getTarget()));
    }
    if (record instanceof NSRecord ns) {
      return of(record, RecordType.NS, value(ns.getTarget()));
    }
    return record instanceof SOARecord soa
        ? of(record, RecordType.SOA, value(soa.getHost()))
        : null;
  }

  static DnsName name(Name name) {
    return new DnsName(name.toString(true));
  }

  private static DnsRecord of(Record record, RecordType type, String value) {
    return new DnsRecord(name(record.getName()), type, value, record.getTTL());
  }

  private static String value(Name name) {
    return name(name).value();
  }

  private static String text(TXTRecord record) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    record.getStringsAsByteArrays().forEach(joined::writeBytes);
    return joined.toString(StandardCharsets.UTF_8);
  }
}
