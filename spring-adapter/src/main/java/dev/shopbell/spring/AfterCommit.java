package dev.shopbell.spring;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does something after a commit. Whoever is told of the commit himself and sends a notice then, as
 * listeners for the phase behind it do, is too late for that: Spring tells only of the completion
 * any more.
 */
final class AfterCommit implements TransactionSynchronization {
  private final Runnable work;
  private final Runnable late;
  private boolean told;

  private AfterCommit(Runnable work, Runnable late) {
    this.work = work;
    this.late = late;
  }

  /**
   * Registers it with the open transaction.
   *
   * @param work what is done after its commit
   * @param late what is done instead where it had committed before this was registered
   */
  static void register(Runnable work, Runnable late) {
    TransactionSynchronizationManager.registerSynchronization(new AfterCommit(work, late));
  }

  @Override
  public void afterCommit() {
    told = true;
    work.run();
  }

  @Override
  public void afterCompletion(int status) {
    if (!told && status == STATUS_COMMITTED) {
      late.run();
    }
  }
}
