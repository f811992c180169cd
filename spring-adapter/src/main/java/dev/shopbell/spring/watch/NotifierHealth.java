package dev.shopbell.spring.watch;

import dev.shopbell.delivery.Backlog;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Says how the notifier is. Down is what cannot ask its store of deliveries. Degraded is what fails
 * through a transport again and again, or is late. A store's broken domain is told, and degrades
 * nothing.
 *
 * @param backlog what waits
 * @param transports how the transports fare
 * @param domains the domains that are unwell
 * @param clock the time
 * @param lateAfter how late something may be
 */
record NotifierHealth(
    Supplier<Backlog> backlog,
    TransportWatch transports,
    Supplier<Map<String, String>> domains,
    Clock clock,
    Duration lateAfter) {

  HealthReport report() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("transports", transports.words());
    String status;
    try {
      Backlog waiting = backlog.get();
      details.put("deliveries", "their store answers");
      status = status(waiting, details);
    } catch (RuntimeException e) {
      details.put(
          "deliveries",
          "their store cannot be asked (%s): is its database up?".formatted(words(e)));
      status = HealthReport.DOWN;
    }
    details.put("domains", unwell());
    return new HealthReport(status, details);
  }

  private String status(Backlog waiting, Map<String, Object> details) {
    Duration late = waiting.late(clock.instant());
    details.put("waiting", count(waiting.pending()));
    details.put("late", late.isZero() ? "none" : "the longest waits for " + words(late));
    details.put("givenUp", count(waiting.givenUp()));
    boolean unwell = late.compareTo(lateAfter) > 0 || transports.isAnyFailing();
    return unwell ? HealthReport.DEGRADED : HealthReport.UP;
  }

  private Object unwell() {
    try {
      Map<String, String> words = domains.get();
      return words.isEmpty() ? "none is known to be unwell" : words;
    } catch (RuntimeException e) {
      return "their registry cannot be asked (%s)".formatted(words(e));
    }
  }

  /** What a database says is not quoted, since it may quote a row. */
  private static String words(RuntimeException failure) {
    return failure instanceof NoAnswerException
        ? String.valueOf(failure.getMessage())
        : failure.getClass().getSimpleName();
  }

  private static Object count(int number) {
    return number < Backlog.MOST ? number : number + " or more";
  }

  /** In the largest unit that has one to tell. */
  private static String words(Duration time) {
    if (time.toHours() >= 48) {
      return time.toDays() + " days";
    }
    if (time.toMinutes() >= 120) {
      return time.toHours() + " hours";
    }
    return time.toSeconds() >= 120 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
  }
}
