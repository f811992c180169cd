package dev.shopbell.delivery;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Carriers.Carrier;
import dev.shopbell.internal.Masks;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.plan.Choice;
import dev.shopbell.plan.SendPlan;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.plan.Skipped;
import dev.shopbell.store.Store;
import dev.shopbell.template.RenderException;
import dev.shopbell.transport.Handover;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.Receipt;
import dev.shopbell.transport.SendContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one claimed delivery as far as it goes now: plans it with the settings of this moment,
 * renders it, puts the beginning on record, hands it over, and records what followed.
 */
final class Attempter {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final int MOST_LAPSES = 5;
  private static final String DEADLY =
      "claimed " + MOST_LAPSES + " times without an end: what worked on it may have died of it";
  private static final Set<SkipReason> OURS =
      Set.of(SkipReason.NO_TEMPLATE, SkipReason.NO_TRANSPORT, SkipReason.NO_SENDER);

  private final DispatchPorts ports;
  private final Transitions transitions;
  private final Duration timeout;
  private final RateLimits limits;
  private final Recording recording;
  private final HeldSenders held = new HeldSenders();

  Attempter(
      DispatchPorts ports,
      Transitions transitions,
      Duration timeout,
      RateLimits limits,
      Recording recording) {
    this.ports = ports;
    this.transitions = transitions;
    this.timeout = timeout;
    this.limits = limits;
    this.recording = recording;
  }

  /**
   * Attempts a delivery. What cannot even be recorded is logged, and comes back when its lease
   * ends.
   */
  void attempt(Claim claim) {
    try {
      if (claim.abandoned()) {
        record(claim, abandoned(claim.delivery()));
      } else if (claim.lapses() >= MOST_LAPSES) {
        record(claim, claim.delivery().progress().ended(DeliveryState.FAILED, now(), DEADLY));
      } else if (claim.delivery().window().isOver(now())) {
        Progress progress = claim.delivery().progress();
        String why = progress.why().isEmpty() ? "its turn came too late" : progress.why();
        record(claim, progress.ended(DeliveryState.EXPIRED, now(), why));
      } else {
        plan(claim, now().plus(timeout));
      }
    } catch (RuntimeException e) {
      log.error(
          "delivery {} could not be recorded and comes back when its lease ends: {}",
          claim.delivery().id(),
          DeliveryStoreException.told(e));
    }
  }

  private void plan(Claim claim, Instant deadline) {
    Delivery delivery = claim.delivery();
    Notice notice = delivery.notice();
    Optional<Store> store;
    Optional<SendPlan> plan;
    try {
      store = ports.stores().find(notice.store());
      plan = store.map(found -> replan(found, delivery));
    } catch (RuntimeException e) {
      record(
          claim,
          putOff(delivery, Reason.UNAVAILABLE, "could not ask: " + e.getClass().getSimpleName()));
      return;
    }
    if (plan.isEmpty()) {
      record(claim, delivery.progress().ended(DeliveryState.SKIPPED, now(), "the store is gone"));
    } else if (plan.get().choices().isEmpty()) {
      record(claim, nothingToTake(delivery, plan.get().skipped()));
    } else {
      compose(claim, deadline, store.get(), plan.get());
    }
  }

  private SendPlan replan(Store store, Delivery delivery) {
    Notice notice = delivery.notice();
    return ports
        .planner()
        .replan(
            store,
            notice.type(),
            notice.template(),
            delivery.progress().route(),
            delivery.recipient(),
            notice.origin());
  }

  private void compose(Claim claim, Instant deadline, Store store, SendPlan plan) {
    Delivery delivery = claim.delivery();
    Choice choice = plan.choices().get(0);
    OutboundMessage message;
    Carrier carrier;
    try {
      message = ports.composer().compose(delivery, store, plan, choice);
      carrier = ports.carriers().carrier(choice);
    } catch (RenderException e) {
      Outcome refused = new Outcome.Rejected(Reason.CONTENT, String.valueOf(e.getMessage()));
      record(claim, after(delivery, attempt(delivery, choice.channel(), "", refused), false));
      return;
    } catch (IllegalArgumentException e) {
      record(claim, putOff(delivery, Reason.CONFIGURATION, String.valueOf(e.getMessage())));
      return;
    } catch (RuntimeException e) {
      record(
          claim,
          putOff(delivery, Reason.UNAVAILABLE, "could not ask: " + e.getClass().getSimpleName()));
      return;
    }
    Optional<Instant> until = held.until(store.id(), carrier, now());
    if (until.isPresent()) {
      record(claim, Transitions.waits(delivery, until.get(), now()));
    } else if (!limits.take(store.id(), carrier)) {
      giveBack(claim);
    } else if (mayBegin(claim, carrier)) {
      handOver(
          claim, context(delivery, store, choice.channel(), carrier, deadline), carrier, message);
    }
  }

  /** Gives a claim back whose attempt has not begun: it is due again at once. */
  void giveBack(Claim claim) {
    ports.deliveries().hold(List.of(claim), now(), Duration.ZERO);
  }

  /**
   * Where the provider de-duplicates on our key, a second attempt does no harm. A store's own may
   * do so where none of the platform's does: then nobody was told that marks are left out.
   */
  private boolean mayBegin(Claim claim, Carrier carrier) {
    return (carrier.transport().info().deduplicates() && ports.carriers().anyDeduplicates())
        || recording.begin(claim);
  }

  /** The deadline counts from the claim, so that no lease ends while a message is handed over. */
  private static SendContext context(
      Delivery delivery, Store store, Channel channel, Carrier carrier, Instant deadline) {
    return new SendContext(
        store.id(),
        delivery.id(),
        ReceiptName.key(delivery.id(), channel),
        deadline,
        carrier.endpoint(),
        store.settings());
  }

  private void handOver(
      Claim claim, SendContext context, Carrier carrier, OutboundMessage message) {
    Delivery delivery = claim.delivery();
    Channel channel = carrier.transport().info().channel();
    Outcome outcome =
        ports
            .tracing()
            .attempting(
                delivery,
                carrier.transport().info(),
                carrier.endpoint(),
                () -> Handover.send(carrier.transport(), message, context, ports.clock()));
    held.told(context.store(), carrier, outcome, now());
    String name = carrier.transport().info().name();
    Attempt attempt = attempt(delivery, channel, name, outcome);
    log.debug("delivery {} by {} through {}: {}", delivery.id(), channel, name, outcome);
    boolean deduplicates = carrier.transport().info().deduplicates();
    record(claim, after(delivery, attempt, deduplicates))
        .ifPresent(after -> ports.listeners().attempted(after, attempt, message));
    settleEarly(delivery.with(delivery.progress().tried(attempt)));
  }

  /** A receipt may have been quicker than the record of what it is for. */
  private void settleEarly(Delivery tried) {
    for (ReceiptName name : ReceiptName.of(tried)) {
      ports.deliveries().unmatched(name.provider(), List.of(name.id())).forEach(this::settle);
    }
  }

  /** Applies a receipt to the delivery it belongs to, if that is known and the receipt is news. */
  void settle(Receipt receipt) {
    ports
        .deliveries()
        .settle(receipt, delivery -> Transitions.after(delivery, receipt))
        .ifPresent(this::tellEnd);
  }

  private Progress abandoned(Delivery delivery) {
    Outcome unknown = new Outcome.Unknown("the worker that had begun it ended without an answer");
    return after(
        delivery, attempt(delivery, delivery.progress().route().get(0), "", unknown), false);
  }

  private Progress putOff(Delivery delivery, Reason reason, String why) {
    Channel channel = delivery.progress().route().get(0);
    return after(delivery, attempt(delivery, channel, "", Outcome.Deferred.of(reason, why)), false);
  }

  private Progress nothingToTake(Delivery delivery, List<Skipped> skipped) {
    boolean tried = delivery.progress().last().isPresent();
    boolean ours = skipped.stream().map(Skipped::reason).anyMatch(OURS::contains);
    DeliveryState end =
        delivery.progress().inDoubt()
            ? DeliveryState.UNKNOWN
            : tried || ours ? DeliveryState.FAILED : DeliveryState.SKIPPED;
    String reasons = skipped.stream().map(Skipped::toString).collect(Collectors.joining(", "));
    String why = (delivery.progress().why() + "; " + Masks.text(reasons)).replaceFirst("^; ", "");
    return delivery.progress().ended(end, now(), why);
  }

  private Progress after(Delivery delivery, Attempt attempt, boolean deduplicates) {
    NoticeTypes types = ports.types();
    return transitions.after(
        delivery, attempt, types.get(delivery.notice().type()).policy(), deduplicates);
  }

  private Attempt attempt(Delivery delivery, Channel channel, String transport, Outcome outcome) {
    int number = delivery.progress().attempts() + 1;
    return new Attempt(number, channel, transport, now(), outcome);
  }

  private Optional<Delivery> record(Claim claim, Progress progress) {
    Optional<Delivery> recorded = recording.record(new Completion(claim, progress));
    recorded.ifPresent(this::tellEnd);
    if (recorded.isEmpty() && progress.state() == DeliveryState.ACCEPTED) {
      log.warn("delivery {} was accepted after its claim had lapsed", claim.delivery().id());
    }
    return recorded;
  }

  private void tellEnd(Delivery delivery) {
    if (delivery.state() != DeliveryState.PENDING) {
      if (delivery.state().isGivenUp()) {
        log.warn(
            "delivery {} ({}) is {}: {}",
            delivery.id(),
            delivery.notice(),
            delivery.state(),
            delivery.progress().why());
      }
      ports.listeners().ended(delivery);
    }
  }

  private Instant now() {
    return ports.clock().instant();
  }
}
