package dev.shopbell.smtp;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How many connections there are to each host, over all its users. Where it has its most, a user
 * that waits has an idle connection of another user's ended.
 */
final class Hosts {
  private final int most;
  private final Collection<Pool> pools;
  private final Map<String, Integer> open = new HashMap<>();

  Hosts(int most, Collection<Pool> pools) {
    this.most = most;
    this.pools = pools;
  }

  /** Counts one more connection; false when there are enough. */
  boolean enter(Pool pool) {
    synchronized (open) {
      int now = open.getOrDefault(pool.host(), 0);
      if (now < most) {
        open.put(pool.host(), now + 1);
        return true;
      }
    }
    return false;
  }

  /** Counts one less, and lets others in that waited for that. */
  void left(Pool pool) {
    synchronized (open) {
      open.compute(pool.host(), (host, now) -> now == null || now == 1 ? null : now - 1);
    }
    for (Pool other : pools) {
      if (other != pool && other.host().equals(pool.host())) {
        other.grow();
      }
    }
  }

  /** Makes room for a pool that has no connection. */
  void makeRoom(Pool pool) {
    for (Pool other : pools) {
      if (other != pool && other.host().equals(pool.host()) && other.dismiss()) {
        return;
      }
    }
  }
}
