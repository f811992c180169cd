package dev.shopbell.delivery;

import java.util.Objects;

/**
 * The end of one attempt: everything that must be recorded with it or not at all.
 *
 * @param claim the right under which it was made; void when the lease had ended
 * @param progress how far the delivery has come by it
 */
public record Completion(Claim claim, Progress progress) {
  public Completion {
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(progress, "progress");
  }
}
