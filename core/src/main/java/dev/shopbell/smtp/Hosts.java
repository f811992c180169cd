package dev.shopbell.smtp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many connections there are to each host, over all its users. Where it has its most, a user
 * without one stands in line: somebody else's connection ends for it, an idle one first, then one
 * of whoever has the most. Nobody passes those who stand in line.
 */
final class Hosts {
  private final int most;
  private final Collection<Pool> pools;
  private final Executor elsewhere;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Host> hosts = new HashMap<>();

  /** One host's connections, and who waits for one. */
  private static final class Host {
    private int open;
    private final Set<Pool> line = new LinkedHashSet<>();

    boolean isUnused() {
      return open == 0 && line.isEmpty();
    }

    /** How many stand in line before this one; all of them when it does not. */
    int before(Pool pool) {
      int ahead = 0;
      for (Pool other : line) {
        if (other == pool) {
          return ahead;
        }
        ahead++;
      }
      return ahead;
    }
  }

  /**
   * None yet.
   *
   * @param pools all users, as they come and go
   * @param elsewhere runs what a user may not do while it holds its own lock
   */
  Hosts(int most, Collection<Pool> pools, Executor elsewhere) {
    this.most = most;
    this.pools = pools;
    this.elsewhere = elsewhere;
  }

  /**
   * Counts one more connection; false when there are enough.
   *
   * @param first whether the user has none, so that it stands in line then
   */
  boolean enter(Pool pool, boolean first) {
    lock.lock();
    try {
      Host host = hosts.computeIfAbsent(pool.host(), name -> new Host());
      if (host.open + host.before(pool) < most) {
        host.open++;
        host.line.remove(pool);
        return true;
      }
      if (first && host.line.add(pool)) {
        elsewhere.execute(() -> makeRoom(pool.host()));
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Counts one less, and lets others in that waited for that. */
  void left(Pool pool) {
    lock.lock();
    try {
      Host host = hosts.get(pool.host());
      if (host != null) {
        host.open--;
        forgetUnused(pool.host(), host);
      }
    } finally {
      lock.unlock();
    }
    letIn(pool);
  }

  /** A user that wants no connection any more. */
  void withdraw(Pool pool) {
    boolean stood;
    lock.lock();
    try {
      Host host = hosts.get(pool.host());
      stood = host != null && host.line.remove(pool);
      if (host != null) {
        forgetUnused(pool.host(), host);
      }
    } finally {
      lock.unlock();
    }
    if (stood) {
      letIn(pool);
    }
  }

  private void forgetUnused(String name, Host host) {
    if (host.isUnused()) {
      hosts.remove(name);
    }
  }

  private void letIn(Pool but) {
    line(but.host()).forEach(Pool::grow);
    users(but.host()).stream().filter(pool -> pool != but).forEach(Pool::grow);
    makeRoom(but.host());
  }

  /** Has as many connections end as users stand in line. */
  private void makeRoom(String host) {
    List<Pool> users = users(host);
    int needed = line(host).size() - users.stream().mapToInt(Pool::leaving).sum();
    for (int i = 0; i < needed; i++) {
      if (users.stream().noneMatch(Pool::dismissIdle)) {
        users.stream().max(Comparator.comparingInt(Pool::staying)).ifPresent(Pool::dismissBusy);
      }
    }
  }

  private List<Pool> line(String name) {
    lock.lock();
    try {
      Host host = hosts.get(name);
      return host == null ? List.of() : new ArrayList<>(host.line);
    } finally {
      lock.unlock();
    }
  }

  private List<Pool> users(String host) {
    return pools.stream().filter(pool -> pool.host().equals(host)).toList();
  }
}
