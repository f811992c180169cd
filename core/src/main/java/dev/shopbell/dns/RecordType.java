package dev.shopbell.dns;

/** The kinds of record that are asked for (RFC 1035, section 3.2.2, and RFC 3596). */
public enum RecordType {
  A(1),
  NS(2),
  CNAME(5),
  SOA(6),
  MX(15),
  TXT(16),
  AAAA(28);

  private final int code;

  RecordType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
