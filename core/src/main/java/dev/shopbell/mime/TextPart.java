package dev.shopbell.mime;

import java.nio.charset.StandardCharsets;

/** A text in UTF-8, its lines ended with CR LF whatever ended them before. */
final class TextPart implements Part {
  private final String subtype;
  private final byte[] text;
  private final TextScan scan;
  private final TransferEncoding encoding;

  TextPart(String subtype, String text, boolean eightBit) {
    this.subtype = subtype;
    this.text = text.getBytes(StandardCharsets.UTF_8);
    this.scan = TextScan.of(this.text);
    this.encoding = scan.encoding(eightBit);
  }

  @Override
  public boolean isEightBit() {
    return encoding == TransferEncoding.EIGHT_BIT;
  }

  @Override
  public void describe(Head head) {
    head.field("Content-Type", "text/" + subtype + "; charset=UTF-8");
    head.field("Content-Transfer-Encoding", encoding.token());
  }

  @Override
  public void writeTo(Assembly assembly) {
    Octets out = assembly.octets();
    switch (encoding) {
      case QUOTED_PRINTABLE -> QuotedPrintable.write(text, out);
      case BASE64 -> base64(out);
      default -> plain(out);
    }
  }

  private void base64(Octets out) {
    byte[] octets = text;
    int size = text.length;
    if (!scan.isCanonical()) {
      Octets lines = new Octets(scan.size());
      plain(lines);
      octets = lines.room(0);
      size = lines.length();
    }
    Base64Lines.write(octets, size, out);
  }

  private void plain(Octets out) {
    if (scan.isCanonical()) {
      out.write(text, 0, text.length);
      return;
    }
    out.room(scan.size());
    int from = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n' || text[i] == '\r') {
        out.write(text, from, i - from);
        out.crlf();
        i += text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n' ? 1 : 0;
        from = i + 1;
      }
    }
    out.write(text, from, text.length - from);
  }
}
