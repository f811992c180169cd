package dev.shopbell.mime;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.OutboundEmail;
import java.time.Instant;

/** Letters to write in tests. */
public final class SampleLetters {
  public static final Instant DATE = Instant.parse("2026-11-22T08:30:00Z");
  public static final String MESSAGE_ID = "01m8160qt0-email@platform.example";

  private SampleLetters() {}

  /** A letter on the platform's behalf. */
  public static OutboundEmail letter(EmailContent content) {
    return letter("Ann's Tea", content);
  }

  /** A letter from a shop of that name. */
  public static OutboundEmail letter(String shop, EmailContent content) {
    return new OutboundEmail(
        EmailAddress.of("ann@shopper.example"),
        SenderIdentity.of(shop, "hi@annstea.example")
            .plan(
                SenderContext.of(PlatformSender.of("post@platform.example"), DomainStatus.UNKNOWN)),
        content,
        MESSAGE_ID,
        DATE);
  }

  /** Content with that subject and text; the HTML holds the same. */
  public static EmailContent content(String subject, String text) {
    return new EmailContent(subject, "", "<!doctype html><body>" + text + "</body>", text);
  }
}
