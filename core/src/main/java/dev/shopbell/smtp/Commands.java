package dev.shopbell.smtp;

import dev.shopbell.address.EmailAddress;

/** The commands of an envelope, with what the server offers and the letter needs. */
final class Commands {
  private Commands() {}

  /** MAIL with SIZE (RFC 1870), BODY (RFC 6152), SMTPUTF8 (RFC 6531), RET and ENVID (RFC 3461). */
  static String mail(Parcel parcel, Capabilities server, SmtpOptions options) {
    SmtpEnvelope envelope = parcel.envelope();
    String from = envelope.from().map(EmailAddress::value).orElse("");
    StringBuilder line = new StringBuilder(128).append("MAIL FROM:<").append(from).append('>');
    if (server.has("SIZE")) {
      line.append(" SIZE=").append(parcel.content().size());
    }
    if (parcel.content().letter().isEightBit()) {
      line.append(" BODY=8BITMIME");
    }
    if (Fitting.needsUtf8(parcel)) {
      line.append(" SMTPUTF8");
    }
    if (asksForReports(server, options)) {
      line.append(" RET=HDRS");
      if (!envelope.id().isEmpty()) {
        line.append(" ENVID=").append(xtext(envelope.id()));
      }
    }
    return line.append("\r\n").toString();
  }

  static String rcpt(Parcel parcel, Capabilities server, SmtpOptions options) {
    String notify = asksForReports(server, options) ? " NOTIFY=" + options.reports() : "";
    return "RCPT TO:<" + parcel.envelope().to().value() + ">" + notify + "\r\n";
  }

  private static boolean asksForReports(Capabilities server, SmtpOptions options) {
    return !options.reports().isEmpty() && server.has("DSN");
  }

  /** RFC 3461, section 4. */
  private static String xtext(String text) {
    StringBuilder coded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~') {
        coded.append('?');
      } else if (c <= ' ' || c == '+' || c == '=') {
        coded.append('+').append("%02X".formatted((int) c));
      } else {
        coded.append(c);
      }
    }
    return coded.toString();
  }
}
