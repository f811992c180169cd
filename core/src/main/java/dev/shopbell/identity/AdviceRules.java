package dev.shopbell.identity;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.identity.SenderPlan.Via;
import dev.shopbell.store.Mailboxes;
import dev.shopbell.store.NotificationMailbox;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** When which advice is given. */
final class AdviceRules {
  private AdviceRules() {}

  static List<Advice> on(SenderPlan plan) {
    Set<Advice> found = EnumSet.noneOf(Advice.class);
    EmailAddress contact = plan.replyTo().orElse(plan.from().address());
    add(found, Advice.GENERIC_NAME, GenericWords.isGenericName(plan.from().name()));
    add(found, Advice.GENERIC_MAILBOX, GenericWords.isGenericMailbox(contact));
    if (plan.via() == Via.OWN_SERVER) {
      add(found, Advice.GENERIC_MAILBOX, GenericWords.isGenericMailbox(plan.from().address()));
    }
    add(found, Advice.NOT_ALIGNED, plan.sender().isPresent());
    return List.copyOf(found);
  }

  static List<Advice> on(Mailboxes mailboxes, MailboxProviders providers) {
    Set<Advice> found = EnumSet.noneOf(Advice.class);
    EmailAddress contact = mailboxes.contact();
    mailboxes.notification().ifPresent(own -> onNotification(found, contact, own, providers));
    add(
        found,
        Advice.CONTACT_IS_ADMIN,
        mailboxes.admins().stream().anyMatch(admin -> same(admin, contact)));
    return List.copyOf(found);
  }

  private static void onNotification(
      Set<Advice> found,
      EmailAddress contact,
      NotificationMailbox own,
      MailboxProviders providers) {
    boolean freeHost = FreeMailHosts.include(own.server().host(), providers);
    add(found, Advice.FREE_MAIL_HOST, freeHost);
    add(found, Advice.FOREIGN_SERVER, !freeHost && providers.include(own.address().domain()));
    add(found, Advice.CONTACT_IS_NOTIFICATION, same(own.address(), contact));
  }

  /** Servers tell no two mailboxes apart by case, though RFC 5321 would let them. */
  private static boolean same(EmailAddress one, EmailAddress other) {
    return one.value().equalsIgnoreCase(other.value());
  }

  private static void add(Set<Advice> found, Advice advice, boolean applies) {
    if (applies) {
      found.add(advice);
    }
  }
}
