package com.example.quickstart;

import dev.shopbell.Notifier;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Recipient;
import dev.shopbell.store.Store;
import dev.shopbell.templates.StockTemplates;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends one letter: {@code QuickStart smtp://user:secret@smtp.example:587 buyer@customer.example}.
 */
public final class QuickStart {
  private QuickStart() {}

  /** The SMTP server to send through, and who gets the letter. */
  public static void main(String[] args) {
    Store shop = Store.builder("tea-42", "Ann's Tea", "ann@gmail.com").build();
    try (Notifier notifier =
        Notifier.builder(id -> Optional.of(shop), StockTemplates.types(), StockTemplates.catalog())
            .platform(PlatformSender.of("notify@mail.platform.example"))
            .transport(args[0])
            .build()) {
      Recipient buyer = Recipient.of("buyer-7").email(args[1]);
      notifier.send(
          shop.id(),
          Notification.of("order.paid", buyer, StockTemplates.sample("order.paid", Locale.ENGLISH))
              .key("paid:SO-1001"));
    }
  }
}
