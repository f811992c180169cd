package dev.shopbell.templates.links;

import dev.shopbell.notice.Purpose;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a link to unsubscribe says: that this recipient wants no more of one purpose from one store.
 * It can be turned to nobody else. Unsubscribing with it any number of times is the same as once.
 *
 * @param store whose messages
 * @param recipient the recipient's id, as the host gave it
 * @param purpose of which purpose
 * @param expires when it is good no longer, to the second
 */
public record UnsubscribeToken(StoreId store, String recipient, Purpose purpose, Instant expires) {
  /** How long a link is good unless said otherwise: longer than anybody keeps a letter unread. */
  public static final Duration USUAL = Duration.ofDays(400);

  private static final String SIGNED_FOR = "unsubscribe";

  public UnsubscribeToken {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(purpose, "purpose");
    expires = Instant.ofEpochSecond(expires.getEpochSecond());
  }

  /** The token, signed with the current key; safe in an address. */
  public String sign(SigningKeys keys) {
    return Token.of(
        keys,
        SIGNED_FOR,
        store.value(),
        recipient,
        purpose.name(),
        Long.toString(expires.getEpochSecond()));
  }

  /** What a request's token says; empty, "not found", when it is forged, cut or stale. */
  public static Optional<UnsubscribeToken> verify(String token, SigningKeys keys, Instant now) {
    return Token.read(token, keys, SIGNED_FOR, 4, UnsubscribeToken::of)
        .filter(found -> now.isBefore(found.expires()));
  }

  private static UnsubscribeToken of(List<String> parts) {
    return new UnsubscribeToken(
        new StoreId(parts.get(0)),
        parts.get(1),
        Purpose.valueOf(parts.get(2)),
        Instant.ofEpochSecond(Long.parseLong(parts.get(3))));
  }

  /** Without the recipient. */
  @Override
  public String toString() {
    return "UnsubscribeToken[" + store + ", " + purpose + ", until " + expires + "]";
  }
}
