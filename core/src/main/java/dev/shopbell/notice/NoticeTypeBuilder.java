package dev.shopbell.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Builds a {@link NoticeType}. Not thread-safe. */
public final class NoticeTypeBuilder {
  private final String name;
  private final Purpose purpose;
  private final Route route;
  private Audience audience = Audience.RECIPIENT;
  private Optional<String> beside = Optional.empty();
  private List<Variable> variables = List.of();
  private Payer payer = Payer.STORE;
  private Duration expires = Duration.ofDays(1);
  private Optional<Duration> resendUnknownAfter = Optional.empty();

  NoticeTypeBuilder(String name, Purpose purpose, Route route) {
    this.name = name;
    this.purpose = purpose;
    this.route = route;
  }

  /** What its data has; none unless given. */
  public NoticeTypeBuilder variables(Variable... variables) {
    this.variables = List.of(variables);
    return this;
  }

  /** Goes to each of the store's admins whenever a notice of that type is sent. */
  public NoticeTypeBuilder forAdminsBeside(String type) {
    audience = Audience.ADMINS;
    beside = Optional.of(type);
    return this;
  }

  /** Goes to each of the store's admins when it is sent itself. */
  public NoticeTypeBuilder forAdmins() {
    audience = Audience.ADMINS;
    return this;
  }

  /** Whose account is charged; the store's unless given. */
  public NoticeTypeBuilder payer(Payer payer) {
    this.payer = payer;
    return this;
  }

  /** How long it is worth sending; a day unless given. */
  public NoticeTypeBuilder expires(Duration time) {
    expires = time;
    return this;
  }

  /** Sends again what stayed unknown that long: for notices of which two are better than none. */
  public NoticeTypeBuilder resendUnknownAfter(Duration time) {
    resendUnknownAfter = Optional.of(time);
    return this;
  }

  /**
   * The type.
   *
   * @throws IllegalArgumentException when a value cannot be, with its name
   */
  public NoticeType build() {
    return new NoticeType(
        name,
        purpose,
        audience,
        beside,
        route,
        variables,
        new NoticeType.Policy(payer, expires, resendUnknownAfter));
  }
}
