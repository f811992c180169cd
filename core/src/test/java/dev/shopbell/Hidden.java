package dev.shopbell;

import dev.shopbell.notice.DeliveryId;
import java.time.Instant;
import java.util.List;

/** What must not be printed: planted in all that is sampled. */
final class Hidden {
  static final String CONTACT = "contact.private@annstea.example";
  static final String ORDERS = "orders.private@send.example";
  static final String MAIL = "ann.private@shopper.example";
  static final String NUMBER = "+8613800138000";
  static final String OPEN_ID = "oPrivateOpenIdOfAnn9f";
  static final String TOKEN = "private-push-token";
  static final String WORDS = "Private words for Ann";
  static final String PASSWORD = "private-S3cr3t";
  static final String USER = "private-login";
  static final String CARD = "vault-private-77";
  static final List<String> HIDDEN =
      List.of(
          CONTACT,
          "ontact.private",
          ORDERS,
          "rders.private",
          MAIL,
          "nn.private",
          NUMBER,
          "13800138000",
          OPEN_ID,
          TOKEN,
          WORDS,
          "Private words",
          PASSWORD,
          "S3cr3t",
          USER,
          CARD);
  static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");
  static final DeliveryId ID = new DeliveryId("01m8160qt00000000000000000");

  private Hidden() {}
}
