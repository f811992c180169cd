package dev.shopbell.templates.links;

import dev.shopbell.consent.Consents;
import dev.shopbell.store.SigningKeys;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a host's page to unsubscribe answers, whatever its web framework is (RFC 8058). A GET, as
 * scanners and previews make it, changes nothing and is answered with a page whose button posts; a
 * POST unsubscribes, however often it comes.
 */
public final class UnsubscribePage {
  /** What to answer a request. */
  public enum Answer {
    /** A page with a button that posts to the same address. */
    ASK(200),
    /** It is done, now or before. */
    DONE(200),
    /** The token is forged, cut or stale; nothing more is said. */
    NOT_FOUND(404),
    /** Neither GET, HEAD nor POST. */
    NOT_ALLOWED(405);

    private final int status;

    Answer(int status) {
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }

  /** The source of a consent that was withdrawn here. */
  private static final String SOURCE = "unsubscribe-link";

  private final SigningKeys keys;
  private final Clock clock;
  private final Consumer<UnsubscribeToken> unsubscribe;

  /**
   * A page.
   *
   * @param unsubscribe takes the consent back; called again for the same recipient and purpose, it
   *     changes nothing
   */
  public UnsubscribePage(SigningKeys keys, Clock clock, Consumer<UnsubscribeToken> unsubscribe) {
    this.keys = Objects.requireNonNull(keys, "keys");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.unsubscribe = Objects.requireNonNull(unsubscribe, "unsubscribe");
  }

  /** A page that withdraws consent there, on all channels. */
  public UnsubscribePage(SigningKeys keys, Clock clock, Consents consents) {
    this(
        keys,
        clock,
        token -> consents.withdrawAll(token.store(), token.recipient(), token.purpose(), SOURCE));
  }

  /** What to answer a request by that method with that token. */
  public Answer handle(String method, String token) {
    String upper = method.toUpperCase(Locale.ROOT);
    boolean posts = upper.equals("POST");
    if (!posts && !upper.equals("GET") && !upper.equals("HEAD")) {
      return Answer.NOT_ALLOWED;
    }
    Optional<UnsubscribeToken> found = UnsubscribeToken.verify(token, keys, clock.instant());
    if (found.isEmpty()) {
      return Answer.NOT_FOUND;
    }
    if (posts) {
      unsubscribe.accept(found.get());
    }
    return posts ? Answer.DONE : Answer.ASK;
  }
}
