package dev.shopbell.testkit;

import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.Reason.Scope;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about an {@link Outcome}. */
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {
  OutcomeAssert(@Nullable Outcome actual) {
    super(actual, OutcomeAssert.class);
  }

  /** The provider took the message. */
  public OutcomeAssert isAccepted() {
    isInstanceOf(Outcome.Accepted.class);
    return this;
  }

  /** The provider refused the message, and the refusal is about that. */
  public OutcomeAssert isRejectedFor(Scope scope) {
    isInstanceOf(Outcome.Rejected.class);
    Scope found = ((Outcome.Rejected) actual).reason().scope();
    if (found != scope) {
      failWithMessage("Expected a refusal about the %s but it was %s", scope, actual);
    }
    return this;
  }

  /** The provider refused the message for that reason. */
  public OutcomeAssert isRejectedFor(Reason reason) {
    isInstanceOf(Outcome.Rejected.class);
    if (((Outcome.Rejected) actual).reason() != reason) {
      failWithMessage("Expected a refusal for %s but it was %s", reason, actual);
    }
    return this;
  }

  /** The provider does not have the message, and may take it later. */
  public OutcomeAssert isDeferred() {
    isInstanceOf(Outcome.Deferred.class);
    return this;
  }

  /** The provider may have the message or not. */
  public OutcomeAssert isUnknown() {
    isInstanceOf(Outcome.Unknown.class);
    return this;
  }
}
