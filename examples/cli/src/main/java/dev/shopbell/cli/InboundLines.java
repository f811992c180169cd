package dev.shopbell.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.identity.Verp;
import dev.shopbell.inbound.Clues;
import dev.shopbell.inbound.InboundMail;
import dev.shopbell.inbound.ReportedRecipient;
import dev.shopbell.inbound.ReportedRecipient.Action;
import dev.shopbell.inbound.Verdict;
import dev.shopbell.notice.DeliveryId;
import java.util.List;
import java.util.Optional;

/** Prints what came back: a line a message, and a line a recipient of a report. */
final class InboundLines {
  private final Optional<Verp> verp;

  InboundLines(Optional<Verp> verp) {
    this.verp = verp;
  }

  synchronized void print(InboundMail mail) {
    Optional<DeliveryId> id = delivery(mail.clues());
    List<ReportedRecipient> failed = notArrived(mail.verdict());
    if (failed.isEmpty()) {
      JsonLines.print(line(mail.verdict().kind(), who(mail.verdict()), id));
    }
    failed.forEach(recipient -> JsonLines.print(line(recipient, id)));
  }

  /** A forged return path tells nothing, and nothing beside it does. */
  private Optional<DeliveryId> delivery(Clues clues) {
    if (verp.map(clues::isForged).orElse(false)) {
      return Optional.empty();
    }
    return verp.flatMap(clues::signed).or(() -> clues.named().stream().findFirst());
  }

  private static List<ReportedRecipient> notArrived(Verdict verdict) {
    return verdict instanceof Verdict.Report report
        ? report.recipients().stream().filter(one -> one.action() != Action.DELIVERED).toList()
        : List.of();
  }

  private static ObjectNode line(ReportedRecipient recipient, Optional<DeliveryId> id) {
    String kind = recipient.action() == Action.FAILED ? "bounce" : "delayed";
    return line(kind, recipient.address(), id)
        .put("permanent", recipient.permanent())
        .put("status", recipient.status().isEmpty() ? null : recipient.status())
        .put("reason", recipient.reason().map(Enum::name).orElse(null));
  }

  private static ObjectNode line(
      String kind, Optional<EmailAddress> address, Optional<DeliveryId> id) {
    return JsonLines.JSON
        .createObjectNode()
        .put("kind", kind)
        .put("recipient", address.map(EmailAddress::value).orElse(null))
        .putNull("permanent")
        .putNull("status")
        .putNull("reason")
        .put("deliveryId", id.map(DeliveryId::value).orElse(null));
  }

  private static Optional<EmailAddress> who(Verdict verdict) {
    if (verdict instanceof Verdict.Complaint complaint) {
      return complaint.recipient();
    }
    if (verdict instanceof Verdict.Unsubscribe unsubscribe) {
      return unsubscribe.from();
    }
    if (verdict instanceof Verdict.AutoReply answer) {
      return answer.from();
    }
    return verdict instanceof Verdict.Reply reply ? reply.from() : Optional.empty();
  }
}
