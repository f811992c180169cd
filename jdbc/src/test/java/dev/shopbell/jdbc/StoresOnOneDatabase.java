package dev.shopbell.jdbc;

import dev.shopbell.consent.ConsentStore;
import dev.shopbell.domain.DomainRegistry;
import dev.shopbell.suppression.SuppressionStore;
import dev.shopbell.testkit.ConsentStoreContract;
import dev.shopbell.testkit.DomainRegistryContract;
import dev.shopbell.testkit.SettableClock;
import dev.shopbell.testkit.SuppressionStoreContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** All that an outbox keeps beside deliveries, on one kind of database. */
abstract class StoresOnOneDatabase {
  private final List<JdbcOutbox> opened = new ArrayList<>();

  /** Tables of their own. */
  abstract JdbcOutboxBuilder tables();

  /** The tables that were made last, for another machine. */
  abstract JdbcOutboxBuilder sameTables();

  /** A connection of the host's own to the same database. */
  abstract Connection connection() throws SQLException;

  @AfterEach
  void closeAll() {
    opened.forEach(JdbcOutbox::close);
  }

  final JdbcOutbox open(JdbcOutboxBuilder builder) {
    JdbcOutbox outbox = builder.makeTables().build();
    opened.add(outbox);
    return outbox;
  }

  @Nested
  class Suppression extends SuppressionStoreContract {
    @Override
    protected SuppressionStore open() {
      return StoresOnOneDatabase.this.open(tables()).suppressions();
    }
  }

  @Nested
  class Consenting extends ConsentStoreContract {
    @Override
    protected ConsentStore open() {
      return StoresOnOneDatabase.this.open(tables()).consents();
    }
  }

  @Nested
  class Domains extends DomainRegistryContract {
    @Override
    protected DomainRegistry open() {
      return StoresOnOneDatabase.this.open(tables()).domains();
    }

    @Override
    protected DomainRegistry elsewhere(DomainRegistry registry) {
      return StoresOnOneDatabase.this.open(sameTables()).domains();
    }
  }

  @Nested
  class Retaining extends TidyingChecks {
    @Override
    JdbcOutbox open(SettableClock clock) {
      return StoresOnOneDatabase.this.open(tables().clock(clock).databaseClock(clock));
    }

    @Override
    JdbcOutbox openAgain(SettableClock clock) {
      return StoresOnOneDatabase.this.open(sameTables().clock(clock).databaseClock(clock));
    }
  }

  @Nested
  class BadInput extends BadInputChecks {
    @Override
    JdbcOutbox open(SettableClock clock) {
      return StoresOnOneDatabase.this.open(tables().clock(clock).databaseClock(clock));
    }

    @Override
    Connection connection() throws SQLException {
      return StoresOnOneDatabase.this.connection();
    }
  }

  @Nested
  class BeingLookedAt extends LookingChecks {
    @Override
    JdbcOutbox open(SettableClock clock) {
      return StoresOnOneDatabase.this.open(tables().clock(clock).databaseClock(clock));
    }
  }
}
