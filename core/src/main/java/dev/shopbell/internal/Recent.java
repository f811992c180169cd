package dev.shopbell.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that keeps so many entries, those used last. Not thread-safe: reading changes the order.
 */
public final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;

  private final int most;

  /** An empty one. */
  public Recent(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
