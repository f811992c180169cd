package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {
  @ParameterizedTest
  @CsvSource({
    "08001, 0, the database cannot be reached",
    "57P01, 0, the database cannot be reached",
    "28P01, 0, the database refuses the login",
    "42501, 0, the database refuses the login",
    "53100, 0, the database is full",
    "HY000, 1114, the database is full",
    "40001, 0, another transaction was quicker: roll back",
    "23505, 0, another transaction was quicker: roll back",
    "23000, 1062, another transaction was quicker: roll back",
    "HY000, 1205, another transaction was quicker: roll back",
    "25006, 0, may only read",
    "42P01, 0, a table or column is not there",
    "22003, 0, see what the database's own log says",
    ", 13, the database is full",
    ", 517, another transaction was quicker",
    ", 14, the database cannot be reached",
    ", 8, the file may only be read",
    ", 1, see what the database's own log says",
  })
  void eachStateHasOne(String state, int code, String remedy) {
    SQLException e = new SQLException("row of ann@customer.example", state, code);
    assertThat(OutboxException.of("storing a notice", e))
        .hasMessageStartingWith("storing a notice failed: SQLException, SQL state " + state)
        .hasMessageContaining(remedy)
        .hasMessageNotContaining("ann@");
  }

  @Test
  void aPoolWithoutAFreeConnectionIsNotTheDatabasesFault() {
    assertThat(OutboxException.of("storing a notice", new SQLTransientConnectionException("none")))
        .hasMessageContaining("the pool had no connection free in time");
  }
}
