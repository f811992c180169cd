package dev.shopbell.templates.links;

import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Secret;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a link to view a secret says: which secret of which delivery, until when. It is good for
 * nothing else, holds neither the secret nor the host's reference to it, and reveals nothing by
 * itself: the host's page asks for its login first, and shows the secret when its button is
 * pressed, never when the link is merely fetched.
 *
 * @param store whose message
 * @param delivery the delivery it stood in; the host finds the recipient and the secrets by it
 * @param mark tells the delivery's secrets apart
 * @param expires when it is good no longer, to the second
 */
public record SecretViewToken(StoreId store, DeliveryId delivery, String mark, Instant expires) {
  /** How long a link is good unless said otherwise. */
  public static final Duration USUAL = Duration.ofDays(30);

  private static final String SIGNED_FOR = "secret-view";
  private static final String MARKED_FOR = "secret-mark";

  public SecretViewToken {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(delivery, "delivery");
    Objects.requireNonNull(mark, "mark");
    expires = Instant.ofEpochSecond(expires.getEpochSecond());
  }

  /** A token for one secret of a delivery. */
  public static SecretViewToken of(
      StoreId store, DeliveryId delivery, Secret secret, Instant expires, SigningKeys keys) {
    String id = keys.currentId();
    return new SecretViewToken(
        store, delivery, id + ":" + mark(keys, id, delivery, secret), expires);
  }

  private static String mark(SigningKeys keys, String id, DeliveryId delivery, Secret secret) {
    byte[] signature = keys.sign(id, MARKED_FOR, delivery.toString(), secret.reference());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature).substring(0, 22);
  }

  /** Whether it is for that secret; the host asks with each secret of the delivery. */
  public boolean isFor(Secret secret, SigningKeys keys) {
    String id = mark.substring(0, Math.max(0, mark.indexOf(':')));
    return keys.has(id)
        && MessageDigest.isEqual(
            mark.getBytes(StandardCharsets.UTF_8),
            (id + ":" + mark(keys, id, delivery, secret)).getBytes(StandardCharsets.UTF_8));
  }

  /** The token, signed with the current key; safe in an address. */
  public String sign(SigningKeys keys) {
    return Token.of(
        keys,
        SIGNED_FOR,
        store.value(),
        delivery.toString(),
        mark,
        Long.toString(expires.getEpochSecond()));
  }

  /** What a request's token says; empty, "not found", when it is forged, cut or stale. */
  public static Optional<SecretViewToken> verify(String token, SigningKeys keys, Instant now) {
    return Token.read(token, keys, SIGNED_FOR, 4, SecretViewToken::of)
        .filter(found -> now.isBefore(found.expires()));
  }

  private static SecretViewToken of(List<String> parts) {
    return new SecretViewToken(
        new StoreId(parts.get(0)),
        new DeliveryId(parts.get(1)),
        parts.get(2),
        Instant.ofEpochSecond(Long.parseLong(parts.get(3))));
  }
}
