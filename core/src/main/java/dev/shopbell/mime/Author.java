package dev.shopbell.mime;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.transport.Addressee;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who a letter says that it is from.
 *
 * @param from who wrote it
 * @param sender who sends it for them; empty when they do so themselves
 * @param replyTo where answers go; empty when they go to {@code from}
 */
public record Author(Addressee from, Optional<EmailAddress> sender, List<Addressee> replyTo) {
  public Author {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(sender, "sender");
    replyTo = List.copyOf(replyTo);
  }

  /** Somebody who sends and reads their own mail. */
  public static Author of(Addressee from) {
    return new Author(from, Optional.empty(), List.of());
  }

  static Author of(SenderPlan plan) {
    return new Author(
        new Addressee(plan.from().name(), plan.from().address()),
        plan.sender(),
        plan.replyTo().map(Addressee::of).map(List::of).orElse(List.of()));
  }
}
