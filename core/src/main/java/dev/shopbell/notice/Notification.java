package dev.shopbell.notice;

import dev.shopbell.internal.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing to tell one person on behalf of a store. It says what happened, and not by which
 * channel, in what words or from whom. Immutable; each method that sets something returns another.
 */
public final class Notification {
  private final String type;
  private final Recipient recipient;
  private final Map<String, Object> data;
  private final Options options;

  private record Options(
      Optional<IdempotencyKey> key,
      String about,
      Origin origin,
      Optional<Instant> notBefore,
      Optional<Duration> expires) {}

  private Notification(
      String type, Recipient recipient, Map<String, Object> data, Options options) {
    this.type = type;
    this.recipient = recipient;
    this.data = data;
    this.options = options;
  }

  /**
   * A notification with what every one must have.
   *
   * @param type the name of its {@link NoticeType}, {@code order.paid}
   * @param data the variables that the type declares: Map, List, String, number, boolean, {@link
   *     Secret}; copied
   * @throws InvalidNoticeException when a value in the data is not plain, naming it
   */
  public static Notification of(String type, Recipient recipient, Map<String, ?> data) {
    return new Notification(
        Text.line("notice type", type, 64),
        Objects.requireNonNull(recipient, "recipient"),
        PlainData.copyOf(Objects.requireNonNull(data, "data")),
        new Options(Optional.empty(), "", Origin.OWN, Optional.empty(), Optional.empty()));
  }

  /** With a key of 1 to 200 characters, so that sending it again does nothing. */
  public Notification key(String key) {
    return with(
        new Options(
            Optional.of(new IdempotencyKey(key)), about(), origin(), notBefore(), expires()));
  }

  /** About an order or another thing of the platform's, by which it can be cancelled. */
  public Notification about(String about) {
    Text.optionalLine("about", about, 128);
    return with(new Options(key(), about, origin(), notBefore(), expires()));
  }

  /** From an order of that origin; the store's own unless given. */
  public Notification origin(Origin origin) {
    Objects.requireNonNull(origin, "origin");
    return with(new Options(key(), about(), origin, notBefore(), expires()));
  }

  /** Not to be sent before that moment; at once unless given. */
  public Notification notBefore(Instant time) {
    return with(new Options(key(), about(), origin(), Optional.of(time), expires()));
  }

  /**
   * Worthless after that time, counted from when it may be sent: what has not gone out by then
   * never does. The type's own time unless given.
   */
  public Notification expires(Duration time) {
    NoticeType.requireExpiry(time);
    return with(new Options(key(), about(), origin(), notBefore(), Optional.of(time)));
  }

  /** The name of its type. */
  public String type() {
    return type;
  }

  /** Who is told. */
  public Recipient recipient() {
    return recipient;
  }

  /** Its variables: an immutable tree of plain values. */
  public Map<String, Object> data() {
    return data;
  }

  /** Its key; empty makes it a notice of its own each time it is sent. */
  public Optional<IdempotencyKey> key() {
    return options.key();
  }

  /** What it concerns; empty when nothing. */
  public String about() {
    return options.about();
  }

  /** Where the order came from. */
  public Origin origin() {
    return options.origin();
  }

  /** The moment before which it is not sent; empty is at once. */
  public Optional<Instant> notBefore() {
    return options.notBefore();
  }

  /** How long it is worth sending; empty takes the type's. */
  public Optional<Duration> expires() {
    return options.expires();
  }

  /** True when a {@link Secret} stands anywhere in its data. */
  public boolean holdsSecret() {
    return PlainData.holdsSecret(data);
  }

  private Notification with(Options changed) {
    return new Notification(type, recipient, data, changed);
  }

  /** Without its data and recipient, which are personal. */
  @Override
  public String toString() {
    return "Notification[" + type + (about().isEmpty() ? "" : " about " + about()) + "]";
  }
}
