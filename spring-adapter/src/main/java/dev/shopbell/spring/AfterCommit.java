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
  private boolean told;

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
    AfterCommit all = (AfterCommit) TransactionSynchronizationManager.getResource(owner);
    if (all == null) {
      all = new AfterCommit(owner);
      all.resume();
      TransactionSynchronizationManager.registerSynchronization(all);
    }
    (all.completing ? all.afterwards : all.works).add(new Work(work, late));
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

  @Override
  public void afterCommit() {
    told = true;
    works.forEach(work -> work.inTime().run());
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(owner);
    if (status != STATUS_COMMITTED) {
      return;
    }
    if (!told) {
      works.forEach(work -> work.late().run());
    }
    afterwards.forEach(work -> work.late().run());
  }
}
