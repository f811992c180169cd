package dev.shopbell.notice;

import dev.shopbell.internal.Text;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A type of notice, {@code order.paid}: why it is sent, to whom, by which channels, for how long it
 * is worth sending, and the variables its notices have. Immutable.
 *
 * @param name lower-case words joined by dots
 * @param purpose why it is sent
 * @param audience whom it is for
 * @param beside for an admins' type, the type of notice that it goes out beside; otherwise empty
 * @param route the channels it may take
 * @param variables what its data has; nothing else is accepted
 * @param policy who pays, when it expires, what an unknown outcome means
 */
public record NoticeType(
    String name,
    Purpose purpose,
    Audience audience,
    Optional<String> beside,
    Route route,
    List<Variable> variables,
    Policy policy) {
  private static final String NAME = "[a-z][a-z0-9]*([.-][a-z0-9]+)*";
  private static final Duration LONGEST_EXPIRY = Duration.ofDays(90);

  /**
   * What happens around the sending of a type.
   *
   * @param payer whose account is charged where a channel costs something
   * @param expires how long a notice is worth sending, at most 90 days
   * @param resendUnknownAfter when an outcome stays unknown that long, the notice is sent again,
   *     since twice is better than never; empty leaves it parked until a receipt or a person
   *     decides
   */
  public record Policy(Payer payer, Duration expires, Optional<Duration> resendUnknownAfter) {
    public Policy {
      Objects.requireNonNull(payer, "payer");
      requireExpiry(expires);
      resendUnknownAfter.ifPresent(
          time -> {
            if (time.isNegative() || time.isZero()) {
              throw new IllegalArgumentException(
                  "resendUnknownAfter is " + time + ": give some time");
            }
          });
    }
  }

  public NoticeType {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(route, "route");
    Objects.requireNonNull(policy, "policy");
    if (name.length() > 64 || !name.matches(NAME)) {
      throw new IllegalArgumentException(
          "notice type "
              + Text.quoted(name)
              + " is not a name: use lower-case words joined by dots, at most 64 characters");
    }
    variables = List.copyOf(variables);
    if (variables.stream().map(Variable::name).distinct().count() < variables.size()) {
      throw new IllegalArgumentException(name + " declares a variable twice: each name once");
    }
    if (beside.isPresent() && audience != Audience.ADMINS) {
      throw new IllegalArgumentException(
          name + " goes out beside " + beside.get() + ": only a type for admins can");
    }
  }

  /**
   * Begins a type from what every one must have; it expires after a day and is for the recipient.
   */
  public static NoticeTypeBuilder builder(String name, Purpose purpose, Route route) {
    return new NoticeTypeBuilder(name, purpose, route);
  }

  /**
   * Holds data against the declared variables.
   *
   * @throws InvalidNoticeException when one is missing, has the wrong form or is not declared; it
   *     names the first and tells of up to nine more, never a value
   */
  public void check(Map<String, Object> data) {
    DataCheck.check(name, variables, data);
  }

  /** The part of the data that this type declares. */
  public Map<String, Object> own(Map<String, Object> data) {
    Map<String, Object> own = new LinkedHashMap<>();
    for (Variable variable : variables) {
      Object value = data.get(variable.name());
      if (value != null) {
        own.put(variable.name(), value);
      }
    }
    return own;
  }

  static void requireExpiry(Duration time) {
    if (time.isNegative() || time.isZero() || time.compareTo(LONGEST_EXPIRY) > 0) {
      throw new IllegalArgumentException("expires is " + time + ": give up to 90 days");
    }
  }
}
