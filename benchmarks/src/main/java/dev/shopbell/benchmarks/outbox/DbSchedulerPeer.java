package dev.shopbell.benchmarks.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * db-scheduler by lock-and-fetch with the limits of its own measurements, its tables with the
 * indexes that its documentation asks for.
 */
final class DbSchedulerPeer implements Peer {
  private static final double LOWER = 4;
  private static final double UPPER = 20;
  private static final String[] TABLES = {
    """
    CREATE TABLE scheduled_tasks (
      task_name text NOT NULL,
      task_instance text NOT NULL,
      task_data bytea,
      execution_time timestamp with time zone NOT NULL,
      picked boolean NOT NULL,
      picked_by text,
      last_success timestamp with time zone,
      last_failure timestamp with time zone,
      consecutive_failures int,
      last_heartbeat timestamp with time zone,
      version bigint NOT NULL,
      priority smallint,
      PRIMARY KEY (task_name, task_instance))
    """,
    "CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)",
    "CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)"
  };

  private final DataSource source;
  private final OneTimeTask<String> task;
  private final SchedulerClient client;
  private volatile Handled handled = new Handled(0);

  DbSchedulerPeer(DataSource source) throws SQLException {
    this.source = source;
    Place.run(source, TABLES);
    this.task = Tasks.oneTime("notice", String.class).execute((instance, context) -> handled.one());
    this.client = SchedulerClient.Builder.create(source, task).build();
  }

  @Override
  public String name() {
    return "db-scheduler, lock and fetch";
  }

  @Override
  public int notices() {
    return 20_000;
  }

  @Override
  public void storeOne() {
    client.scheduleIfNotExists(instance(), Instant.now());
  }

  @Override
  public void storeMany(int notices) {
    Stream<TaskInstance<?>> instances = IntStream.range(0, notices).mapToObj(i -> instance());
    List<TaskInstance<?>> batch = instances.toList();
    client.scheduleBatch(batch, Instant.now());
  }

  private TaskInstance<String> instance() {
    return task.instance(UUID.randomUUID().toString(), Samples.TEXT);
  }

  @Override
  public Rate drain(int notices) throws InterruptedException {
    handled = new Handled(notices);
    Scheduler scheduler =
        Scheduler.create(source, task)
            .threads(Crew.THREADS)
            .pollUsingLockAndFetch(LOWER, UPPER)
            .pollingInterval(Duration.ofMillis(100))
            .build();
    scheduler.start();
    try {
      return handled.await();
    } finally {
      scheduler.stop();
    }
  }

  @Override
  public void close() {}
}
