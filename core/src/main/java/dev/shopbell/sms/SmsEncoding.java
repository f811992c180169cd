package dev.shopbell.sms;

/** How the characters of a text message are written in octets (3GPP TS 23.038, section 4). */
public enum SmsEncoding {
  /** Septets of the GSM 7-bit alphabet, with its extension or national tables: a unit is one. */
  GSM_7("GSM-7", "septet"),
  /** UTF-16 big-endian, two octets a unit; an emoji and other supplementary characters are two. */
  UCS_2("UCS-2", "unit");

  private final String label;
  private final String unit;

  SmsEncoding(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  /** The name as the field writes it: {@code GSM-7}, {@code UCS-2}. */
  public String label() {
    return label;
  }

  String unit() {
    return unit;
  }
}
