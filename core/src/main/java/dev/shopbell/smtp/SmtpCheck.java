package dev.shopbell.smtp;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.internal.Texts;
import dev.shopbell.mime.Letters;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.NotificationMailbox;
import dev.shopbell.store.Store;
import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.OutboundEmail;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Tries a mail server out, step by step, on a connection of its own: for the page on which a
 * merchant or a platform enters one. Not for sending: each trial connects anew.
 */
public final class SmtpCheck {
  private static final Texts TEXTS = Texts.of(SmtpCheck.class, "smtp-check");

  private final SmtpSettings settings;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * A check.
   *
   * @param settings whom to trust, and access tokens
   * @param random of the letters' identifiers
   */
  public SmtpCheck(SmtpSettings settings, Clock clock, RandomGenerator random) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
  }

  /**
   * Sends a short letter through the store's own server, in its language, and says how far it came
   * (rule sender-15). The letter is a real one.
   *
   * @throws IllegalArgumentException when the store has no server of its own, or its endpoint
   *     cannot be used
   */
  public SmtpDiagnosis testSend(Store store, EmailAddress to, Duration timeout) {
    NotificationMailbox mailbox =
        store
            .mailboxes()
            .notification()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "store %s has no notification mailbox: its mail goes through the platform"
                            .formatted(store.id())));
    OutboundEmail letter = letter(store, mailbox.address(), to);
    SmtpEnvelope envelope = SmtpEnvelope.of(letter.sender().returnPath(), to);
    return testSend(
        mailbox.server(), envelope, eightBit -> Letters.wire(letter, eightBit), timeout);
  }

  /**
   * Sends that letter, and says how far it came.
   *
   * @param timeout after which it ends, wherever it is
   * @throws IllegalArgumentException when the endpoint cannot be used
   */
  public SmtpDiagnosis testSend(
      Endpoint endpoint, SmtpEnvelope envelope, LetterSource letter, Duration timeout) {
    return new Trial(endpoint, settings, Optional.of(new Trial.Letter(envelope, letter)))
        .run(timeout);
  }

  /**
   * Connects, checks the certificate, logs in and goes again; nothing is sent.
   *
   * @throws IllegalArgumentException when the endpoint cannot be used
   */
  public SmtpDiagnosis relay(Endpoint endpoint, Duration timeout) {
    return new Trial(endpoint, settings, Optional.empty()).run(timeout);
  }

  private OutboundEmail letter(Store store, EmailAddress from, EmailAddress to) {
    SenderPlan plan =
        new SenderIdentity(store.name(), store.mailboxes().contact())
            .plan(
                SenderContext.of(PlatformSender.of(from.value()), DomainStatus.UNKNOWN)
                    .ownServer(from));
    String words = TEXTS.text(store.locale(), "letter.text");
    EmailContent content =
        new EmailContent(
            TEXTS.text(store.locale(), "letter.subject"),
            "",
            "<!doctype html><p>" + words + "</p>",
            words + "\n");
    String id = DeliveryId.next(clock, random) + "@" + from.domain();
    return new OutboundEmail(to, plan, content, id, clock.instant());
  }
}
