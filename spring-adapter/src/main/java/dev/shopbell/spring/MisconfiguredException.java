package dev.shopbell.spring;

import org.jspecify.annotations.Nullable;

/**
 * The notifier cannot be made of what the host gave. It names the property or the bean, and what
 * mends it, and never holds a secret.
 */
final class MisconfiguredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String remedy;

  MisconfiguredException(String problem, String remedy) {
    this(problem, remedy, null);
  }

  MisconfiguredException(String problem, String remedy, @Nullable Throwable cause) {
    super(problem + " " + remedy, cause);
    this.problem = problem;
    this.remedy = remedy;
  }

  String problem() {
    return problem;
  }

  String remedy() {
    return remedy;
  }
}
