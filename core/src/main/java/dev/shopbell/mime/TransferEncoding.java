package dev.shopbell.mime;

/** How a text's octets go over the wire (RFC 2045, section 6). */
enum TransferEncoding {
  SEVEN_BIT("7bit"),
  EIGHT_BIT("8bit"),
  QUOTED_PRINTABLE("quoted-printable"),
  BASE64("base64");

  private final String token;

  TransferEncoding(String token) {
    this.token = token;
  }

  /** As it stands in Content-Transfer-Encoding. */
  String token() {
    return token;
  }
}
