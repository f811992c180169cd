package dev.shopbell.delivery;

import java.lang.reflect.Method;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A bounded pool of threads: virtual where the JDK has them (21 and later), daemons otherwise. */
final class Workers {
  private Workers() {}

  static ThreadPoolExecutor pool(int size) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            size, size, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  static ThreadFactory threads() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      Method name = type.getMethod("name", String.class, long.class);
      Object named = name.invoke(builder, "shopbell-", 1L);
      return (ThreadFactory) type.getMethod("factory").invoke(named);
    } catch (ReflectiveOperationException e) {
      return daemons();
    }
  }

  private static ThreadFactory daemons() {
    ThreadFactory plain = Executors.defaultThreadFactory();
    return task -> {
      Thread thread = plain.newThread(task);
      thread.setName("shopbell-" + thread.getId());
      thread.setDaemon(true);
      return thread;
    };
  }
}
