package dev.shopbell.mime;

import java.util.List;

/** Several parts with a boundary between them (RFC 2046, section 5.1). */
final class MultiPart implements Part {
  private final String subtype;
  private final String parameters;
  private final String boundary;
  private final List<? extends Part> parts;
  private final boolean eightBit;

  private MultiPart(
      String subtype, String parameters, String boundary, List<? extends Part> parts) {
    this.subtype = subtype;
    this.parameters = parameters;
    this.boundary = boundary;
    this.parts = parts;
    this.eightBit = parts.stream().anyMatch(Part::isEightBit);
  }

  /** The same in several forms, the best last. */
  static MultiPart alternative(String boundary, Part plain, Part best) {
    return new MultiPart("alternative", "", boundary, List.of(plain, best));
  }

  /** HTML and, behind it, its images (RFC 2387). */
  static MultiPart related(String boundary, List<? extends Part> parts) {
    return new MultiPart("related", " type=\"text/html\";", boundary, parts);
  }

  /** Words and, behind them, files. */
  static MultiPart mixed(String boundary, List<? extends Part> parts) {
    return new MultiPart("mixed", "", boundary, parts);
  }

  @Override
  public boolean isEightBit() {
    return eightBit;
  }

  @Override
  public void describe(Head head) {
    head.field(
        "Content-Type",
        "multipart/" + subtype + ";" + parameters + " boundary=\"" + boundary + '"');
    if (eightBit) {
      head.field("Content-Transfer-Encoding", TransferEncoding.EIGHT_BIT.token());
    }
  }

  @Override
  public void writeTo(Assembly assembly) {
    for (Part part : parts) {
      assembly.octets().text("--").text(boundary).crlf();
      part.describe(new Head(assembly.octets()));
      assembly.octets().crlf();
      part.writeTo(assembly);
      assembly.octets().crlf();
    }
    assembly.octets().text("--").text(boundary).text("--");
  }
}
