package dev.shopbell.benchmarks.outbox;

import java.time.Duration;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.gson.GsonJsonMapper;

/** JobRunr with eight workers, without its dashboard, by job requests, which need no analysis. */
final class JobRunrPeer implements Peer {
  private static volatile Handled handled = new Handled(0);

  private final JobRequestScheduler scheduler;
  private final BackgroundJobServer server;
  private boolean started;

  /** A job. */
  public static final class Job implements JobRequest {
    private final String text;

    /** For whoever reads it back. */
    public Job() {
      this("");
    }

    Job(String text) {
      this.text = text;
    }

    @Override
    public Class<Handler> getJobRequestHandler() {
      return Handler.class;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Counts. */
  public static final class Handler implements JobRequestHandler<Job> {
    /** For whoever makes it. */
    public Handler() {}

    @Override
    public void run(Job job) {
      handled.one();
    }
  }

  JobRunrPeer(DataSource source) {
    BackgroundJobServerConfiguration settings =
        BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
            .andWorkerCount(Crew.THREADS)
            .andPollInterval(Duration.ofSeconds(5));
    this.scheduler =
        JobRunr.configure()
            .useJsonMapper(new GsonJsonMapper())
            .useStorageProvider(new PostgresStorageProvider(source))
            .useBackgroundJobServer(settings, false)
            .initialize()
            .getJobRequestScheduler();
    this.server = JobRunr.getBackgroundJobServer();
  }

  @Override
  public String name() {
    return "JobRunr, 8 workers";
  }

  @Override
  public int notices() {
    return 6_000;
  }

  @Override
  public void storeOne() {
    scheduler.enqueue(new Job(Samples.TEXT));
  }

  @Override
  public void storeMany(int notices) {
    scheduler.enqueue(IntStream.range(0, notices).mapToObj(i -> new Job(Samples.TEXT)));
  }

  @Override
  public Rate drain(int notices) throws InterruptedException {
    handled = new Handled(notices);
    if (started) {
      server.resumeProcessing();
    } else {
      server.start();
      started = true;
    }
    Rate rate = handled.await();
    server.pauseProcessing();
    return rate;
  }

  @Override
  public void close() {
    JobRunr.destroy();
  }
}
