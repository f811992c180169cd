package dev.shopbell.templates.links;

import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.notice.Secret;
import dev.shopbell.notice.SecretLinks;
import dev.shopbell.notice.UnsubscribeLinks;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;

/**
 * Makes the links for messages: the host's page with a slash and the signed token behind it, {@code
 * https://platform.example/unsubscribe/k1.…}.
 */
public final class SignedLinks implements SecretLinks, UnsubscribeLinks {
  private final SigningKeys keys;
  private final URI unsubscribePage;
  private final URI secretPage;
  private final Clock clock;

  /**
   * Links to two pages of the host's.
   *
   * @param unsubscribePage served by {@link UnsubscribePage}; https
   * @param secretPage behind the host's login; https
   */
  public SignedLinks(SigningKeys keys, URI unsubscribePage, URI secretPage, Clock clock) {
    this.keys = Objects.requireNonNull(keys, "keys");
    this.unsubscribePage = https("unsubscribe page", unsubscribePage);
    this.secretPage = https("secret page", secretPage);
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  private static URI https(String what, URI page) {
    if (!"https".equals(page.getScheme())
        || page.getHost() == null
        || page.getQuery() != null
        || page.getFragment() != null) {
      throw new IllegalArgumentException(
          what + " is " + page + ": give an https address without ? and #");
    }
    return page;
  }

  @Override
  public URI unsubscribe(StoreId store, Recipient recipient, Purpose purpose) {
    return behind(
        unsubscribePage,
        new UnsubscribeToken(
                store, recipient.id(), purpose, clock.instant().plus(UnsubscribeToken.USUAL))
            .sign(keys));
  }

  @Override
  public URI view(StoreId store, DeliveryId delivery, Secret secret) {
    return behind(
        secretPage,
        SecretViewToken.of(
                store, delivery, secret, clock.instant().plus(SecretViewToken.USUAL), keys)
            .sign(keys));
  }

  private static URI behind(URI page, String token) {
    String address = page.toString();
    return URI.create(address + (address.endsWith("/") ? "" : "/") + token);
  }
}
