package dev.shopbell.smtp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The connections of one pool. Every call is made under the pool's lock. */
final class Crew {
  private final Set<Courier> all = new HashSet<>();
  private final Deque<Courier> idle = new ArrayDeque<>();

  void add(Courier courier) {
    all.add(courier);
  }

  void remove(Courier courier) {
    all.remove(courier);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  int size() {
    return all.size();
  }

  int idle() {
    return idle.size();
  }

  void idles(Courier courier) {
    idle.push(courier);
  }

  void idlesNoMore(Courier courier) {
    idle.remove(courier);
  }

  /** Rings for the one that was busy last; false when none is idle. */
  boolean ring() {
    Courier courier = idle.pollFirst();
    if (courier != null) {
      courier.bell().signal();
    }
    return courier != null;
  }

  /** How many will ask for a letter by themselves. */
  long free() {
    return all.stream().filter(Courier::isFree).count();
  }

  /** How many end for the sake of other users of the host. */
  int leaving() {
    return (int) all.stream().filter(Courier::isDismissed).count();
  }

  /** Ends the one that has been idle for longest; false when none is. */
  boolean dismissIdle() {
    Courier courier = idle.pollLast();
    if (courier != null) {
      courier.dismiss();
      courier.bell().signal();
    }
    return courier != null;
  }

  /** One that is to end when it has had its turn. */
  void dismissBusy() {
    Optional<Courier> chosen = all.stream().filter(one -> !one.isDismissed()).findFirst();
    chosen.ifPresent(Courier::dismiss);
  }

  /** Those that are not idle. */
  List<Courier> busy() {
    return all.stream().filter(courier -> !idle.contains(courier)).toList();
  }

  void ringAll() {
    idle.forEach(courier -> courier.bell().signal());
  }
}
