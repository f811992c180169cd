package dev.shopbell.inbound;

import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.identity.Verp;
import dev.shopbell.inbound.ReportedRecipient.Action;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.StoreId;
import dev.shopbell.suppression.SuppressionReason;
import dev.shopbell.suppression.Suppressions;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes what came back: matches it to its delivery, makes a receipt of a bounce or a complaint,
 * keeps the suppression list and tells the listeners. A message that is not believed, or is about
 * another recipient than the delivery's, changes nothing.
 */
public final class Inbox {
  /** How far a server's clock may be behind ours. */
  private static final Duration SKEW = Duration.ofHours(1);

  private final Matcher matcher;
  private final Suppressions suppressions;
  private final Consumer<Receipt> receipts;
  private final InboundListeners listeners;
  private final Clock clock;

  /**
   * An inbox.
   *
   * @param deliveries what was sent
   * @param verp knows the return paths that were signed; empty when none are
   * @param suppressions where addresses that bounce or complain are put
   * @param receipts takes receipts, as those of a provider
   */
  public Inbox(
      DeliveryStore deliveries,
      Optional<Verp> verp,
      Suppressions suppressions,
      Consumer<Receipt> receipts,
      List<InboundListener> listeners,
      Clock clock) {
    this.matcher = new Matcher(deliveries, verp);
    this.suppressions = suppressions;
    this.receipts = receipts;
    this.listeners = new InboundListeners(listeners);
    this.clock = clock;
  }

  /** Takes a message; the same one again changes nothing more. */
  public Match receive(InboundMail mail) {
    Match match = matcher.match(mail.clues());
    boolean taken = match.delivery().map(delivery -> take(mail, match, delivery)).orElse(false);
    if (!taken && mail.verdict() instanceof Verdict.Unsubscribe asked) {
      listeners.tell(listener -> listener.unsubscribed(Optional.empty(), asked.from()));
    } else if (!taken) {
      listeners.tell(listener -> listener.unmatched(mail, match));
    }
    return match;
  }

  private boolean take(InboundMail mail, Match match, Delivery delivery) {
    Verdict verdict = mail.verdict();
    if (verdict instanceof Verdict.Report report) {
      return report(report, mail, match, delivery);
    }
    if (verdict instanceof Verdict.Complaint complaint) {
      return complaint(complaint, mail, delivery);
    }
    if (verdict instanceof Verdict.Reply reply) {
      InboundReply answer = reply(reply, delivery);
      listeners.tell(listener -> listener.replied(answer));
      return true;
    }
    if (verdict instanceof Verdict.Unsubscribe asked) {
      listeners.tell(listener -> listener.unsubscribed(Optional.of(delivery), asked.from()));
      return true;
    }
    if (verdict instanceof Verdict.AutoReply) {
      listeners.tell(listener -> listener.autoReplied(delivery));
      return true;
    }
    return false;
  }

  private boolean report(Verdict.Report report, InboundMail mail, Match match, Delivery delivery) {
    boolean alone = report.recipients().size() == 1;
    Optional<ReportedRecipient> ours =
        report.recipients().stream()
            .filter(recipient -> isAbout(recipient, alone, match, delivery))
            .findFirst();
    if (ours.isEmpty() || isOld(mail, delivery)) {
      return false;
    }
    settle(delivery, ours.get(), time(mail));
    return true;
  }

  /** A report that names nobody is believed where the return path tells whom it is about. */
  private static boolean isAbout(
      ReportedRecipient recipient, boolean alone, Match match, Delivery delivery) {
    return recipient
        .address()
        .map(address -> isTo(delivery, address))
        .orElse(alone && match.isSigned());
  }

  private void settle(Delivery delivery, ReportedRecipient recipient, Instant at) {
    StoreId store = delivery.notice().store();
    if (recipient.action() == Action.DELAYED) {
      listeners.tell(listener -> listener.delayed(delivery, recipient));
      return;
    }
    boolean failed = recipient.action() == Action.FAILED;
    receipt(
        delivery.id(),
        failed ? Receipt.Status.FAILED : Receipt.Status.DELIVERED,
        at,
        recipient.reason().filter(reason -> failed));
    mailbox(delivery)
        .ifPresent(
            address -> {
              if (recipient.isHardBounce()) {
                suppressions.suppress(store, address, SuppressionReason.HARD_BOUNCE, at);
              } else if (recipient.isSoftBounce()) {
                suppressions.softBounce(store, address, delivery.id().value(), at);
              }
            });
    if (failed) {
      listeners.tell(listener -> listener.bounced(delivery, recipient));
    }
  }

  /** Who complains has the letter. */
  private boolean complaint(Verdict.Complaint complaint, InboundMail mail, Delivery delivery) {
    boolean theirs = complaint.recipient().map(who -> isTo(delivery, who)).orElse(true);
    if (!theirs || isOld(mail, delivery)) {
      return false;
    }
    Instant at = time(mail);
    receipt(delivery.id(), Receipt.Status.DELIVERED, at, Optional.empty());
    mailbox(delivery)
        .ifPresent(
            address ->
                suppressions.suppress(
                    delivery.notice().store(), address, SuppressionReason.COMPLAINT, at));
    listeners.tell(listener -> listener.complained(delivery, complaint));
    return true;
  }

  private void receipt(DeliveryId id, Receipt.Status status, Instant at, Optional<Reason> reason) {
    receipts.accept(new Receipt(Receipt.BY_MAIL, id.value(), status, at, reason));
  }

  private static InboundReply reply(Verdict.Reply reply, Delivery delivery) {
    return new InboundReply(
        delivery.notice().store(),
        delivery.notice().about(),
        delivery.id(),
        reply.from(),
        reply.from().filter(from -> isTo(delivery, from)).isPresent(),
        reply.subject(),
        reply.text());
  }

  private static boolean isTo(Delivery delivery, EmailAddress address) {
    return mailbox(delivery).filter(to -> Addresses.same(to, address)).isPresent();
  }

  private static Optional<EmailAddress> mailbox(Delivery delivery) {
    return delivery
        .recipient()
        .address(Channel.EMAIL)
        .filter(EmailAddress.class::isInstance)
        .map(EmailAddress.class::cast);
  }

  /** A report from before the delivery was sent again says nothing of the letter under way. */
  private static boolean isOld(InboundMail mail, Delivery delivery) {
    return mail.clues()
        .date()
        .filter(date -> date.isBefore(delivery.window().queued().minus(SKEW)))
        .isPresent();
  }

  /** When it was written, as it says, and never later than now. */
  private Instant time(InboundMail mail) {
    Instant now = clock.instant();
    return mail.clues().date().filter(now::isAfter).orElse(now);
  }
}
