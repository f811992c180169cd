package dev.shopbell.spring;

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

  static MisconfiguredException refused(String name, String problem, @Nullable Throwable cause) {
    return new MisconfiguredException(
        name + " cannot be used: " + problem + ".",
        "Correct " + name + ", or leave it out.",
        cause);
  }
}
