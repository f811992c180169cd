package dev.shopbell.spring;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts a property's name to what refuses its value. */
final class Property {
  private Property() {}

  /** What is made of the property's value; a refusal names the property. */
  static <T> T read(String name, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw refused(name, String.valueOf(e.getMessage()), e);
    }
  }

  /** A wait, when it is a second or more and no longer than the longest. */
  static Duration within(String name, Duration wait, Duration longest) {
    if (wait.compareTo(Duration.ofSeconds(1)) < 0 || wait.compareTo(longest) > 0) {
      throw refused(name, "it is " + wait + ": give PT1S to " + longest, null);
    }
    return wait;
  }

  static MisconfiguredException refused(String name, String problem, @Nullable Throwable cause) {
    return new MisconfiguredException(
        name + " cannot be used: " + problem + ".",
        "Correct " + name + ", or leave it out.",
        cause);
  }
}
