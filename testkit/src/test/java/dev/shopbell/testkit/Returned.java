package dev.shopbell.testkit;

import dev.shopbell.inbound.InboundMail;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Messages that come back, written for tests. */
final class Returned {
  private Returned() {}

  /** A bounce to an address, of a letter to a recipient, with that status. */
  static InboundMail bounce(String returnPath, String recipient, String status) {
    return report(returnPath, recipient, "failed", status, "", "2026-11-22T08:00:05");
  }

  static InboundMail report(
      String returnPath,
      String recipient,
      String action,
      String status,
      String messageId,
      String time) {
    return mail(
        """
        Return-Path: <>
        From: MAILER-DAEMON@mx.customer.example
        To: %s
        Date: %s
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.customer.example

        Final-Recipient: rfc822; %s
        Action: %s
        Status: %s

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <%s>
        To: %s

        --b--
        """
            .formatted(returnPath, date(time), recipient, action, status, messageId, recipient));
  }

  static InboundMail complaint(String returnPath, String recipient) {
    return mail(
        """
        From: feedback@mailbox.example
        To: fbl@platform.example
        Date: %s
        Subject: complaint
        Content-Type: multipart/report; report-type=feedback-report; boundary="b"

        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        User-Agent: Test/1
        Version: 1
        Original-Mail-From: <%s>
        %s

        --b
        Content-Type: text/rfc822-headers

        Subject: Your order

        --b--
        """
            .formatted(
                date("2026-11-22T08:00:05"),
                returnPath,
                recipient.isEmpty() ? "X-Hidden: yes" : "Original-Rcpt-To: " + recipient));
  }

  static InboundMail reply(String from, String messageId, String text) {
    return mail(
        """
        Return-Path: <%s>
        From: Ann <%s>
        To: ann@gmail.com
        Date: %s
        Subject: Re: Your order
        In-Reply-To: <%s>

        %s
        """
            .formatted(from, from, date("2026-11-22T09:00:00"), messageId, text));
  }

  static InboundMail mail(String text) {
    return InboundMail.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String date(String time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        LocalDateTime.parse(time).atOffset(ZoneOffset.UTC));
  }
}
