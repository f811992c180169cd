package dev.shopbell.delivery;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.dkim.DkimKey;
import dev.shopbell.dkim.DkimKeys;
import dev.shopbell.dkim.DkimSigner;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.notice.Purpose;
import dev.shopbell.store.Store;
import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.LetterHeaders;
import dev.shopbell.transport.LetterSigner;
import dev.shopbell.transport.OutboundEmail;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a letter carries beside its words: its identifier, its signature, and who complains. */
final class Postmark {
  private static final int SHORTEST_SENDER = 5;
  private static final int LONGEST_SENDER = 15;

  private final DkimKeys keys;
  private final String platform;

  Postmark(DkimKeys keys, String platform) {
    this.keys = keys;
    this.platform = sender(platform);
  }

  /** A Feedback-ID ends with its sender, 5 to 15 characters; the platform is one for all stores. */
  private static String sender(String platform) {
    String name = plain(platform).replace('.', '-');
    String cut = name.substring(0, Math.min(name.length(), LONGEST_SENDER));
    return cut.length() < SHORTEST_SENDER ? cut + "-mail" : cut;
  }

  /**
   * Who signs for the plan's domain; nobody where it names none, or has no key.
   *
   * @throws IllegalArgumentException when the keys that the host gives cannot sign together
   */
  LetterSigner signer(Store store, Optional<SenderPlan> sender, Delivery delivery) {
    return sender
        .flatMap(SenderPlan::dkimDomain)
        .<LetterSigner>map(
            domain -> {
              List<DkimKey> found = keys.find(store.id(), domain);
              return found.isEmpty()
                  ? LetterSigner.NONE
                  : DkimSigner.of(domain, found, delivery.window().notBefore());
            })
        .orElse(LetterSigner.NONE);
  }

  OutboundEmail letter(
      EmailAddress to,
      SenderPlan sender,
      EmailContent content,
      Delivery delivery,
      Optional<URI> unsubscribe) {
    boolean marketing = delivery.notice().purpose() == Purpose.MARKETING;
    LetterHeaders headers = LetterHeaders.NONE.feedbackId(feedbackId(delivery.notice()));
    return new OutboundEmail(
            to,
            sender,
            content,
            delivery.id() + "@" + sender.from().address().domain(),
            delivery.window().notBefore())
        .with(unsubscribe.filter(link -> marketing).map(headers::unsubscribe).orElse(headers));
  }

  private String feedbackId(Notice notice) {
    String purpose = notice.purpose().name().toLowerCase(Locale.ROOT);
    return String.join(":", notice.type(), plain(notice.store().value()), purpose, platform);
  }

  /** Letters, digits and ".-" as they are, other octets as percent signs have them. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      boolean safe = octet == '.' || octet == '-' || isAlphanumeric(octet);
      plain.append(safe ? Character.toString(octet) : "%%%02X".formatted(octet & 0xFF));
    }
    return plain.toString();
  }

  private static boolean isAlphanumeric(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9');
  }
}
