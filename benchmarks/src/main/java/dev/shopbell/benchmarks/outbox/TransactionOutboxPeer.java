package dev.shopbell.benchmarks.outbox;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/**
 * transaction-outbox on its fast path: entries go from the commit to the workers through memory, so
 * that nothing polls. In between they are held up, to be worked off together.
 */
final class TransactionOutboxPeer implements Peer {
  private final Queue<Runnable> submitted = new ConcurrentLinkedQueue<>();
  private final TransactionManager transactions;
  private final TransactionOutbox outbox;
  private final Crew crew;
  private volatile Handled handled = new Handled(0);

  /** What is done with a notice. */
  public interface Handler {
    /** Takes one. */
    void handle(String text);
  }

  TransactionOutboxPeer(DataSource source, Crew crew) {
    this.crew = crew;
    Handler handler = text -> handled.one();
    this.transactions = TransactionManager.fromDataSource(source);
    this.outbox =
        TransactionOutbox.builder()
            .transactionManager(transactions)
            .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
            .instantiator(Instantiator.using(type -> handler))
            .submitter((entry, worker) -> submitted.add(() -> worker.accept(entry)))
            .build();
  }

  @Override
  public String name() {
    return "transaction-outbox, straight from the commit";
  }

  @Override
  public int notices() {
    return 10_000;
  }

  @Override
  public void storeOne() {
    storeMany(1);
  }

  @Override
  public void storeMany(int notices) {
    transactions.inTransaction(
        () -> {
          for (int i = 0; i < notices; i++) {
            outbox.schedule(Handler.class).handle(Samples.TEXT);
          }
        });
  }

  @Override
  public Rate drain(int notices) throws Exception {
    handled = new Handled(notices);
    crew.each(
        () -> {
          Runnable work = submitted.poll();
          while (work != null) {
            work.run();
            work = submitted.poll();
          }
        });
    return handled.await();
  }

  @Override
  public void close() {}
}
