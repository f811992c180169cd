package dev.shopbell.spring;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is done after a transaction's commit, but for what was rolled back to a savepoint before.
 * Whoever is told of the commit himself and sends a notice then, as listeners for the phase behind
 * it do, is too late for that: Spring tells only of the completion any more.
 */
final class AfterCommit implements TransactionSynchronization {
  private final Object owner;
  private final List<Work> works = new ArrayList<>();
  private final List<Work> afterwards = new ArrayList<>();
  private final IdentityHashMap<Object, Integer> savepoints = new IdentityHashMap<>();
  private boolean completing;

  private AfterCommit(Object owner) {
    this.owner = owner;
  }

  private record Work(Runnable inTime, Runnable late) {}

  /**
   * Adds it to what is done after the open transaction.
   *
   * @param owner whose work it is; works of one owner are done in their order
   * @param work what is done after its commit
   * @param late what is done instead where it may have committed before this was registered
   */
  static void register(Object owner, Runnable work, Runnable late) {
    AfterCommit all = of(owner);
    (all.completing ? all.afterwards : all.works).add(new Work(work, late));
  }

  /** The owner's, of this transaction. */
  private static AfterCommit of(Object owner) {
    AfterCommit bound = (AfterCommit) TransactionSynchronizationManager.getResource(owner);
    if (bound != null && bound.isRegistered()) {
      return bound;
    }
    TransactionSynchronizationManager.unbindResourceIfPossible(owner);
    AfterCommit fresh = new AfterCommit(owner);
    fresh.resume();
    TransactionSynchronizationManager.registerSynchronization(fresh);
    return fresh;
  }

  /** In a transaction of JTA that others began, one stays bound behind Spring's part of it. */
  private boolean isRegistered() {
    return !completing || TransactionSynchronizationManager.getSynchronizations().contains(this);
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(owner);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(owner, this);
  }

  @Override
  public void savepoint(Object savepoint) {
    savepoints.put(savepoint, works.size());
  }

  /** One that it was not told of is older than all that it holds. */
  @Override
  public void savepointRollback(Object savepoint) {
    works.subList(savepoints.getOrDefault(savepoint, 0), works.size()).clear();
  }

  @Override
  public void beforeCompletion() {
    completing = true;
  }

  /**
   * Not when Spring tells of the commit: in a transaction of JTA that others began, that is too
   * early, and once more later. Who was not told that the completion begins was registered behind
   * it.
   */
  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(owner);
    if (status == STATUS_COMMITTED) {
      works.forEach(work -> (completing ? work.inTime() : work.late()).run());
      afterwards.forEach(work -> work.late().run());
    }
  }
}
