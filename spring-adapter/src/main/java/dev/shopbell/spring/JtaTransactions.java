package dev.shopbell.spring;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.jta.JtaTransactionManager;
import org.springframework.util.function.SingletonSupplier;

/** The transactions of JTA, as the host's managers know them. */
final class JtaTransactions {
  private final Supplier<List<JtaTransactionManager>> managers;

  /** Those of these managers, which are asked for when they are needed. */
  JtaTransactions(ObjectProvider<JtaTransactionManager> managers) {
    this.managers = SingletonSupplier.of(() -> managers.stream().toList());
  }

  /** Whether one is open on this thread. */
  boolean isAnyOpen() {
    return managers.get().stream().anyMatch(manager -> isOpen(manager.getUserTransaction()));
  }

  private static boolean isOpen(@Nullable UserTransaction transaction) {
    try {
      int status = transaction == null ? Status.STATUS_NO_TRANSACTION : transaction.getStatus();
      return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    } catch (SystemException e) {
      throw new IllegalStateException("the state of the open transaction cannot be asked", e);
    }
  }
}
