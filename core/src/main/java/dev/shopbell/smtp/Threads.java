package dev.shopbell.smtp;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that do not keep a program alive: virtual ones where the running JDK has them. */
final class Threads {
  private static final ThreadFactory CONNECTIONS = virtual();

  private Threads() {}

  /** Runs the dialogue of one connection. */
  static void start(Runnable dialogue) {
    CONNECTIONS.newThread(dialogue).start();
  }

  static ThreadFactory platform(String name) {
    AtomicLong number = new AtomicLong();
    return task -> {
      Thread thread = new Thread(task, name + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** {@code Thread.ofVirtual().name(…).factory()}, which JDK 17 does not know. */
  private static ThreadFactory virtual() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      Object named =
          type.getMethod("name", String.class, long.class).invoke(builder, "shopbell-smtp-", 1L);
      return (ThreadFactory) type.getMethod("factory").invoke(named);
    } catch (ReflectiveOperationException e) {
      return platform("shopbell-smtp-");
    }
  }
}
