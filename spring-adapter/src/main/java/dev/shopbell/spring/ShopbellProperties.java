package dev.shopbell.spring;

import dev.shopbell.NotifierBuilder;
import dev.shopbell.delivery.RetryPolicy;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderPolicy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.convert.Delimiter;
import org.springframework.boot.convert.DurationUnit;

/**
 * The properties below {@code shopbell}. What is not set keeps the default of {@link
 * NotifierBuilder}. It prints without secrets.
 *
 * @param transports The platform's transports, one URI for each channel, such as
 *     smtp://user:secret@host:587 or failover(a,b). Percent-encode every character of user and
 *     secret but letters and digits. Setting it makes a notifier; a blank one counts as not set.
 * @param platform The platform's own mail address.
 * @param workers How many attempts run at once in the background, up to 1000; 16 unless set. With 0
 *     the host calls Notifier.dispatch() itself.
 * @param attemptTimeout How long one attempt may take, 1 second to 10 minutes; a minute unless set.
 *     A plain number is seconds.
 * @param retry How long to wait between attempts.
 * @param rates How fast each account of a transport takes messages from this process, by the
 *     transport's name: shopbell.rates.smtp=14/s, or 100/m, 5000/h, 50000/d. As fast as they come
 *     unless set.
 * @param closePatience How long attempts under way may go on when the application stops, up to 10
 *     minutes, and no longer than spring.lifecycle.timeout-per-shutdown-phase allows. A plain
 *     number is seconds.
 */
@ConfigurationProperties("shopbell")
record ShopbellProperties(
    @DefaultValue @Delimiter(Delimiter.NONE) List<SecretUri> transports,
    @DefaultValue Platform platform,
    @Nullable Integer workers,
    @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration attemptTimeout,
    @DefaultValue Retry retry,
    @DefaultValue Map<String, String> rates,
    @DurationUnit(ChronoUnit.SECONDS) @DefaultValue("10s") Duration closePatience) {
  static final ConfigurationPropertyName TRANSPORTS =
      ConfigurationPropertyName.of("shopbell.transports");
  private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(10);

  /**
   * The platform's own mail address.
   *
   * @param address The platform's mail address, on a domain that it signs for: stands in From or
   *     Sender of mail on a store's behalf. Needed when there is a transport for mail.
   * @param returnPath Where bounces come back; the platform's address unless set.
   * @param senderPolicy How mail goes out for a mailbox that the platform cannot sign for: rewrite
   *     (the shop's name with the platform's address) unless set, or literal (the merchant's
   *     mailbox, shown as "via").
   */
  record Platform(
      @Nullable String address, @Nullable String returnPath, @Nullable SenderPolicy senderPolicy) {
    Optional<PlatformSender> sender() {
      if (address == null) {
        requireNothingElse();
        return Optional.empty();
      }
      PlatformSender sender =
          Property.read("shopbell.platform.address", () -> PlatformSender.of(address));
      if (returnPath != null) {
        PlatformSender own = sender;
        sender = Property.read("shopbell.platform.return-path", () -> own.returnPath(returnPath));
      }
      return Optional.of(senderPolicy == null ? sender : sender.policy(senderPolicy));
    }

    private void requireNothingElse() {
      if (returnPath != null || senderPolicy != null) {
        throw new MisconfiguredException(
            "shopbell.platform.%s is set and shopbell.platform.address is not."
                .formatted(returnPath != null ? "return-path" : "sender-policy"),
            "Set shopbell.platform.address to the platform's own mail address.");
      }
    }
  }

  /**
   * How long to wait between attempts: twice as long each time.
   *
   * @param first The wait before the second attempt; 10 seconds unless set. A plain number is
   *     seconds.
   * @param longest The longest wait; an hour unless set. A plain number is seconds.
   */
  record Retry(
      @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration first,
      @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration longest) {
    private Optional<RetryPolicy> policy() {
      if (first == null && longest == null) {
        return Optional.empty();
      }
      RetryPolicy standard = RetryPolicy.STANDARD;
      return Optional.of(
          new RetryPolicy(
              first == null ? standard.first() : first,
              longest == null ? standard.longest() : longest));
    }
  }

  /** The transports one by one, each with the property that gives it. */
  List<NamedUri> uris() {
    List<SecretUri> all = transports.stream().flatMap(uri -> uri.parts().stream()).toList();
    return IntStream.range(0, all.size())
        .filter(i -> !all.get(i).reveal().isBlank())
        .mapToObj(i -> new NamedUri(TRANSPORTS + "[" + i + "]", all.get(i)))
        .toList();
  }

  /** How long closing waits. */
  Duration patience() {
    if (closePatience.isNegative() || closePatience.compareTo(LONGEST_PATIENCE) > 0) {
      throw Property.refused(
          "shopbell.close-patience", "it is " + closePatience + ": give 0 to 10 minutes", null);
    }
    return closePatience;
  }

  /** Gives everything that is set to the builder. */
  void applyTo(NotifierBuilder builder) {
    uris().forEach(uri -> uri.applyTo(builder));
    platform.sender().ifPresent(builder::platform);
    if (workers != null) {
      Property.read("shopbell.workers", () -> builder.workers(workers));
    }
    if (attemptTimeout != null) {
      Property.read("shopbell.attempt-timeout", () -> builder.attemptTimeout(attemptTimeout));
    }
    Property.read("shopbell.retry", retry::policy).ifPresent(builder::retry);
    rates.forEach((transport, rate) -> limit(builder, transport, rate));
  }

  private static void limit(NotifierBuilder builder, String transport, String rate) {
    Property.read(
        "shopbell.rates." + transport, () -> builder.rate(transport, RateText.parse(rate)));
  }
}
