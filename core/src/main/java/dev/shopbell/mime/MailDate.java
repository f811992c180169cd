package dev.shopbell.mime;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A moment as a Date header has it (RFC 5322, section 3.3): English and UTC, wherever we are. */
final class MailDate {
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private MailDate() {}

  static String of(Instant time) {
    OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
    int day = 3 * (utc.getDayOfWeek().getValue() - 1);
    int month = 3 * (utc.getMonthValue() - 1);
    StringBuilder date = new StringBuilder(32);
    date.append(DAYS, day, day + 3).append(", ").append(utc.getDayOfMonth()).append(' ');
    date.append(MONTHS, month, month + 3).append(' ');
    date.append(String.valueOf(10_000 + utc.getYear() % 10_000), 1, 5).append(' ');
    two(date, utc.getHour()).append(':');
    two(date, utc.getMinute()).append(':');
    return two(date, utc.getSecond()).append(" +0000").toString();
  }

  private static StringBuilder two(StringBuilder date, int number) {
    return date.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
