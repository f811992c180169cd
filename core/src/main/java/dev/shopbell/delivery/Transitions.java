package dev.shopbell.delivery;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Outcome.Accepted;
import dev.shopbell.transport.Outcome.Deferred;
import dev.shopbell.transport.Outcome.Rejected;
import dev.shopbell.transport.Outcome.Unknown;
import dev.shopbell.transport.Reason.Scope;
import dev.shopbell.transport.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What follows for a delivery from an outcome or a receipt. Pure, but for the chance in waiting.
 */
final class Transitions {
  private final RetryPolicy retry;
  private final RandomGenerator random;

  Transitions(RetryPolicy retry, RandomGenerator random) {
    this.retry = retry;
    this.random = random;
  }

  /**
   * After an attempt.
   *
   * @param deduplicates true when the provider takes a message with the same key once
   */
  Progress after(
      Delivery delivery, Attempt attempt, NoticeType.Policy policy, boolean deduplicates) {
    Progress tried = delivery.progress().tried(attempt);
    Outcome outcome = attempt.outcome();
    if (outcome instanceof Accepted) {
      return tried.ended(DeliveryState.ACCEPTED, attempt.at(), "");
    }
    if (outcome instanceof Rejected rejected) {
      return rejected(delivery.window(), tried, attempt.at(), rejected);
    }
    if (outcome instanceof Deferred deferred) {
      String why = attempt.channel() + " deferred, " + deferred.reason() + ": " + deferred.reply();
      return again(delivery.window(), tried, attempt.at(), deferred.retryAfter(), why);
    }
    return unknown(delivery.window(), tried, attempt, policy, deduplicates);
  }

  /** While its sender is held: no attempt, and the same route later. */
  static Progress waits(Delivery delivery, Instant until, Instant now) {
    Progress progress = delivery.progress();
    String why = progress.route().get(0) + " waits: the sender was refused a short time ago";
    return delivery.window().isOver(until)
        ? progress.ended(
            progress.inDoubt() ? DeliveryState.UNKNOWN : DeliveryState.EXPIRED, now, why)
        : progress.dueAt(until, progress.route(), why);
  }

  /**
   * After a receipt for the message that was accepted last, or may have been; any other changes
   * nothing.
   */
  static Progress after(Delivery delivery, Receipt receipt) {
    Progress progress = delivery.progress();
    boolean waits = progress.state() == DeliveryState.ACCEPTED || progress.isUnsettled();
    if (!waits || !isOfLast(delivery, receipt)) {
      return progress;
    }
    if (receipt.status() == Receipt.Status.DELIVERED) {
      return progress.ended(DeliveryState.DELIVERED, receipt.at(), "");
    }
    String why =
        progress.route().get(0)
            + " reported failed"
            + receipt.reason().map(r -> ", " + r).orElse("");
    return fallBack(progress.settled(), receipt.at(), why);
  }

  private static boolean isOfLast(Delivery delivery, Receipt receipt) {
    return ReceiptName.of(delivery).contains(new ReceiptName(receipt.provider(), receipt.id()));
  }

  private Progress rejected(Window window, Progress tried, Instant now, Rejected rejected) {
    String why = tried.route().get(0) + " rejected, " + rejected.reason() + ": " + rejected.reply();
    boolean ours = rejected.reason().scope() == Scope.ACCOUNT;
    return ours && tried.fallbacks().isEmpty()
        ? again(window, tried, now, Optional.empty(), why)
        : fallBack(tried, now, why);
  }

  private static Progress fallBack(Progress progress, Instant now, String why) {
    if (progress.inDoubt()) {
      return progress.ended(DeliveryState.UNKNOWN, now, why + "; an attempt before is unknown");
    }
    List<Channel> rest = progress.fallbacks();
    return rest.isEmpty()
        ? progress.ended(DeliveryState.FAILED, now, why)
        : progress.dueAt(now, rest, why);
  }

  private Progress again(
      Window window, Progress tried, Instant now, Optional<Duration> asked, String why) {
    Duration own = retry.delay(tried.attempts(), random);
    Duration wait = asked.filter(time -> time.compareTo(own) > 0).orElse(own);
    return wait.compareTo(Duration.between(now, window.expires())) >= 0
        ? tried.ended(tried.inDoubt() ? DeliveryState.UNKNOWN : DeliveryState.EXPIRED, now, why)
        : tried.dueAt(now.plus(wait), tried.route(), why);
  }

  private Progress unknown(
      Window window,
      Progress tried,
      Attempt attempt,
      NoticeType.Policy policy,
      boolean deduplicates) {
    String why = attempt.channel() + " unknown: " + ((Unknown) attempt.outcome()).detail();
    if (deduplicates) {
      return again(window, tried, attempt.at(), Optional.empty(), why);
    }
    Optional<Instant> resend =
        policy.resendUnknownAfter().map(attempt.at()::plus).filter(due -> !window.isOver(due));
    return resend
        .map(due -> tried.dueAt(due, tried.route(), why))
        .orElseGet(() -> tried.ended(DeliveryState.UNKNOWN, attempt.at(), why));
  }
}
