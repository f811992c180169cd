package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an outbox in H2 says about settings by which a kill loses or halves what was committed. */
@Tag("delivery-01")
class H2SettingsTest {
  @TempDir Path folder;

  private final List<String> heard = new ArrayList<>();

  @Test
  void saysNothingWhereOneConnectionWritesAtOnce() {
    open(Pools.ofOne(Places.h2(folder), "sa", ""));
    assertThat(heard).isEmpty();
  }

  @Test
  void warnsWhereCommitsAreWrittenLate() {
    open(Pools.ofOne(Places.h2(folder).replace(";WRITE_DELAY=0", ""), "sa", ""));
    assertThat(heard).singleElement().asString().contains(";WRITE_DELAY=0");
  }

  @Test
  void warnsWhereSeveralConnectionsMayWrite() {
    open(Pools.of(Places.h2(folder), "sa", ""));
    assertThat(heard).singleElement().asString().contains("a pool of one connection");
  }

  @Test
  void itsOwnTransactionsGoOneByOneWhateverThePoolHas() throws Exception {
    try (HikariDataSource pool = Pools.of(Places.h2(folder), "sa", "")) {
      Database database = new Database(pool, new H2(), "", Optional.empty());
      AtomicBoolean begun = new AtomicBoolean();
      Thread second =
          new Thread(() -> database.transact("a test", connection -> begun.getAndSet(true)));
      boolean together =
          database.transact(
              "a test",
              connection -> {
                second.start();
                while (!begun.get() && second.getState() != Thread.State.WAITING) {
                  Thread.onSpinWait();
                }
                return begun.get();
              });
      second.join();
      assertThat(together).isFalse();
      assertThat(begun).isTrue();
    }
  }

  private void open(HikariDataSource pool) {
    Logger logger = Logger.getLogger(JdbcOutbox.class.getName());
    Handler ear = new Ear();
    logger.addHandler(ear);
    try (pool) {
      JdbcOutbox.in(pool).makeTables().build().close();
    } finally {
      logger.removeHandler(ear);
    }
  }

  private final class Ear extends Handler {
    @Override
    public void publish(LogRecord line) {
      if (line.getLevel().equals(Level.WARNING)) {
        heard.add(line.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
