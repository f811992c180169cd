package dev.shopbell;

import dev.shopbell.delivery.Backlog;
import dev.shopbell.delivery.Cancellation;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.DispatchPorts;
import dev.shopbell.delivery.Dispatching;
import dev.shopbell.delivery.EnqueueScope;
import dev.shopbell.delivery.Planning;
import dev.shopbell.delivery.Preview;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Submission;
import dev.shopbell.delivery.Submissions;
import dev.shopbell.inbound.InboundMail;
import dev.shopbell.inbound.Inbox;
import dev.shopbell.inbound.Match;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.InvalidNoticeException;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Notification;
import dev.shopbell.plan.Explanation;
import dev.shopbell.plan.SendPlan;
import dev.shopbell.plan.Skipped;
import dev.shopbell.store.StoreDirectory;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.transport.Receipt;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the notices of many stores. {@link #send} stores a notice and returns; it never touches the
 * network. Whether it may go, by which channel and from whom is decided when its turn comes, with
 * the settings of that moment. One object serves all threads and stores.
 */
public final class Notifier implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Notifier.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_TOLD = 10_000;
  private static final Set<DeliveryState> NOT_DELIVERED =
      EnumSet.of(
          DeliveryState.PENDING,
          DeliveryState.FAILED,
          DeliveryState.UNKNOWN,
          DeliveryState.EXPIRED);

  private final DispatchPorts ports;
  private final EnqueueScope scope;
  private final Planning planning;
  private final Submissions submissions;
  private final Dispatching dispatching;
  private final Inbox inbox;
  private final ByHand hands;
  private final Door door = new Door();

  Notifier(
      DispatchPorts ports,
      EnqueueScope scope,
      Submissions submissions,
      Dispatching dispatching,
      Inbox inbox,
      Consumer<String> forgetting) {
    this.ports = ports;
    this.scope = scope;
    this.planning = new Planning(ports);
    this.submissions = submissions;
    this.dispatching = dispatching;
    this.inbox = inbox;
    this.hands = new ByHand(ports, forgetting);
  }

  /**
   * Begins a notifier.
   *
   * @param stores the platform's own settings of its stores
   * @param types the types of notice that may be sent
   * @param templates what they say
   */
  public static NotifierBuilder builder(
      StoreDirectory stores, NoticeTypes types, TemplateCatalog templates) {
    return new NotifierBuilder(stores, types, templates);
  }

  /**
   * Queues a notice: in the transaction that is open where {@link NotifierBuilder#scope} knows of
   * one, and by itself otherwise.
   *
   * @throws InvalidNoticeException when the store or the type is unknown, or the data does not fit
   *     the type; nothing is queued
   * @throws dev.shopbell.delivery.QueueFullException when there is no room; nothing is queued
   * @throws IllegalStateException when the notifier is closed; nothing is queued
   */
  public SendResult send(StoreId store, Notification notification) {
    SendResult result = send(scope, store, notification);
    scope.afterCommit(dispatching::wake);
    return result;
  }

  /**
   * Queues a notice as part of the caller's own transaction: it goes out when that commits, and
   * never was when it rolls back. The workers find it within a second, or at once when the caller
   * calls {@link #wake} after the commit.
   *
   * @param scope the caller's transaction, as the store of deliveries gives one
   */
  public SendResult send(EnqueueScope scope, StoreId store, Notification notification) {
    return ports
        .tracing()
        .sending(notification.type(), carried -> send(scope, store, notification, carried));
  }

  private SendResult send(
      EnqueueScope scope, StoreId store, Notification notification, Map<String, String> carried) {
    List<SendPlan> plans = scope.asking(() -> planning.plans(store, notification));
    Submission submission = submissions.of(store, notification, plans, carried);
    SendResult result = door.whileOpen(() -> scope.enqueue(submission));
    if (result.isDuplicate()) {
      return result;
    }
    scope.afterCommit(() -> submission.deliveries().forEach(ports.listeners()::queued));
    List<Skipped> skipped = plans.stream().flatMap(plan -> plan.skipped().stream()).toList();
    return new SendResult(result.status(), result.deliveries(), skipped);
  }

  /** Says that a transaction with notices has committed, so that nobody waits for the next look. */
  public void wake() {
    dispatching.wake();
  }

  /** What would happen to a notice if it were sent now, and why; nothing is queued. */
  public Explanation explain(StoreId store, Notification notification) {
    return new Explanation(
        planning.plans(store, notification), ports.planner().advice(notification));
  }

  /**
   * The messages that a notice would become if it were sent now; nothing is queued.
   *
   * @throws dev.shopbell.template.RenderException when a template cannot be rendered
   */
  public List<Preview> preview(StoreId store, Notification notification) {
    return planning.previews(submissions, store, notification);
  }

  /**
   * Cancels what is pending of a type about a thing: {@code cancel(store, "SO-1001",
   * "payment.reminder")}. What has begun or was accepted is told as too late, and goes no further.
   *
   * @throws InvalidNoticeException when the type is unknown
   */
  public Cancellation cancel(StoreId store, String about, String type) {
    return hands.cancel(store, about, type);
  }

  /**
   * Forgets a person: what is pending for them is cancelled, and their data is erased from what is
   * kept. Counts stay, and so does what they refused, see {@link
   * dev.shopbell.consent.Consents#forget}.
   *
   * @param recipient {@link dev.shopbell.notice.Recipient#id}
   */
  public void forget(String recipient) {
    hands.forget(recipient);
  }

  /** One delivery as it stands; empty when it is not known, or no longer. */
  public Optional<Delivery> find(DeliveryId id) {
    return ports.deliveries().find(Objects.requireNonNull(id, "id"));
  }

  /** The oldest deliveries that stand there, at most so many. */
  public List<Delivery> list(Set<DeliveryState> states, int most) {
    return ports.deliveries().list(states, most);
  }

  /** How much waits and was given up; cheap, to be asked every few seconds. */
  public Backlog backlog() {
    return ports.deliveries().backlog();
  }

  /**
   * Sends a given-up delivery again, on the channel it ended on, with its type's time to go out. An
   * unknown one may then arrive twice.
   *
   * @return the delivery as it stands now; empty when it is not given up, or not known
   */
  public Optional<Delivery> resend(DeliveryId id) {
    Optional<Delivery> again = door.whileOpen(() -> hands.redrive(id));
    dispatching.wake();
    return again;
  }

  /**
   * Sends many given-up deliveries again, as {@link #resend(DeliveryId)} does one.
   *
   * @param states failed, unknown, expired or some of them; of others nothing is sent again
   * @param most how many at most, the oldest first
   * @return those that are sent again, as they stand now
   * @throws InvalidNoticeException at the first whose type is no longer known; those before it are
   *     sent again
   */
  public List<Delivery> resend(Set<DeliveryState> states, int most) {
    return list(states, most).stream().flatMap(delivery -> resend(delivery.id()).stream()).toList();
  }

  /** Takes a provider's receipt. A repeated, late or contradictory one changes nothing. */
  public void receive(Receipt receipt) {
    dispatching.settle(Objects.requireNonNull(receipt, "receipt"));
  }

  /**
   * Takes a message that came back. A bounce or a complaint counts as a receipt and suppresses its
   * address; a person's reply goes to the listeners. What is not believed changes nothing.
   *
   * @return which delivery it is about, and how that is known
   */
  public Match receive(InboundMail mail) {
    return inbox.receive(Objects.requireNonNull(mail, "mail"));
  }

  /**
   * Attempts everything that is due, on the calling thread: for hosts that have no workers in the
   * background, and for tests.
   *
   * @return how many attempts were made
   */
  public int dispatch() {
    return dispatching.runDue();
  }

  /**
   * Has the workers in the background begin, unless they have. A notifier that was built by {@link
   * NotifierBuilder#build} has begun.
   *
   * @throws IllegalStateException when the notifier is closed
   */
  public void start() {
    dispatching.start();
  }

  /**
   * Has the workers in the background end, until {@link #start}: what is due now is worked off for
   * at most that long, then what is under way is interrupted. What is sent meanwhile is stored.
   */
  public void stop(Duration patience) {
    dispatching.stop(patience);
  }

  /**
   * Ends. What is due now is worked off for at most that long, by the workers in the background;
   * then nothing more is begun, and what is under way is interrupted.
   *
   * @return what was not delivered, each with the reason in its progress: pending, failed, expired
   *     and unknown, the oldest 10,000. With a durable store these are kept. Empty at a second call
   */
  public List<Delivery> close(Duration patience) {
    if (!door.shut()) {
      return List.of();
    }
    dispatching.end(patience);
    try {
      return ports.deliveries().list(NOT_DELIVERED, MOST_TOLD);
    } catch (RuntimeException e) {
      log.warn("what was not delivered could not be listed: {}", e.getClass().getName());
      return List.of();
    } finally {
      ports.carriers().close();
      ports.deliveries().close();
    }
  }

  /** Ends after at most ten seconds; {@link #close(Duration)} tells what was not delivered. */
  @Override
  public void close() {
    close(PATIENCE);
  }
}
