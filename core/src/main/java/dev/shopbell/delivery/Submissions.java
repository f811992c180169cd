package dev.shopbell.delivery;

import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.InvalidNoticeException;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Secret;
import dev.shopbell.plan.SendPlan;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.NotificationTemplate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Makes of a notification and its plans what is to be stored. */
public final class Submissions {
  private final Clock clock;
  private final RandomGenerator random;

  /** With identifiers from this clock and this source of chance. */
  public Submissions(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * The submission: a delivery for each plan that has a channel to take.
   *
   * @param carried what {@link Tracing} gave
   */
  public Submission of(
      StoreId store, Notification notification, List<SendPlan> plans, Map<String, String> carried) {
    List<Delivery> deliveries =
        plans.stream()
            .filter(plan -> !plan.choices().isEmpty())
            .map(plan -> delivery(store, notification, plan, carried))
            .toList();
    return new Submission(store, notification.key(), fingerprint(notification), deliveries);
  }

  /** The delivery that a plan with at least one choice becomes. */
  public Delivery delivery(StoreId store, Notification notification, SendPlan plan) {
    return delivery(store, notification, plan, Map.of());
  }

  private Delivery delivery(
      StoreId store, Notification notification, SendPlan plan, Map<String, String> carried) {
    NotificationTemplate template =
        plan.template().orElseThrow(() -> new IllegalStateException("a choice without a template"));
    Window window = window(notification, plan);
    return new Delivery(
        DeliveryId.next(clock, random),
        Notice.of(store, plan.type(), template.id(), notification, carried),
        plan.recipient(),
        window,
        Progress.queued(plan.route(), window.notBefore()));
  }

  private Window window(Notification notification, SendPlan plan) {
    Instant now = clock.instant();
    Instant notBefore = notification.notBefore().filter(now::isBefore).orElse(now);
    if (Duration.between(now, notBefore).compareTo(Duration.ofDays(366)) > 0) {
      throw new InvalidNoticeException("notBefore", "is over a year ahead: give a nearer time");
    }
    Duration time = notification.expires().orElse(plan.type().policy().expires());
    return new Window(now, notBefore, notBefore.plus(time));
  }

  private static String fingerprint(Notification notification) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest(
          digest, List.of(notification.type(), notification.recipient().id(), notification.data()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Feeds a plain value in a form that does not depend on the order of a map. */
  private static void digest(MessageDigest digest, Object value) {
    if (value instanceof Map<?, ?> map) {
      digest.update((byte) '{');
      new TreeMap<>(map)
          .forEach(
              (name, item) -> {
                digest(digest, name);
                digest(digest, item);
              });
      digest.update((byte) '}');
    } else if (value instanceof List<?> list) {
      digest.update((byte) '[');
      list.forEach(item -> digest(digest, item));
      digest.update((byte) ']');
    } else {
      String text = value instanceof Secret secret ? secret.reference() : value.toString();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update((byte) (value instanceof String ? '"' : '#'));
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
  }
}
