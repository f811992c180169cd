package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("outbox.db");
  }

  private void run(List<String> statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void tablesAreMadeOnceAndOnlyWhenAsked() {
    assertThatThrownBy(() -> JdbcOutbox.sqlite(file()).build())
        .isInstanceOf(OutboxException.class)
        .hasMessageContaining("there are no tables with the prefix shopbell_");
    JdbcOutbox.sqlite(file()).makeTables().build().close();
    JdbcOutbox.sqlite(file()).makeTables().build().close();
    JdbcOutbox.sqlite(file()).build().close();
  }

  @Test
  void whatEndsWhileTablesAreMadeLeavesNone() throws SQLException {
    run(List.of("CREATE TABLE shopbell_consent (other INTEGER)"));
    assertThatThrownBy(() -> JdbcOutbox.sqlite(file()).makeTables().build())
        .isInstanceOf(OutboxException.class);
    run(List.of("DROP TABLE shopbell_consent"));
    JdbcOutbox.sqlite(file()).makeTables().build().close();
  }

  @Test
  void theStatementsArePrintedForWhoeverAppliesThemByHand() throws SQLException {
    List<String> statements = JdbcOutbox.sqlite(file()).prefix("mail_").schema();
    assertThat(statements).isNotEmpty().allMatch(sql -> sql.contains("mail_"));
    assertThat(String.join("\n", statements)).doesNotContain("${", "--");
    run(statements);
    JdbcOutbox.sqlite(file()).prefix("mail_").build().close();
  }

  @Test
  void newerAndOlderTablesAreRefusedByName() throws SQLException {
    JdbcOutbox.sqlite(file()).makeTables().build().close();
    run(List.of("UPDATE shopbell_schema SET version = 9"));
    assertThatThrownBy(() -> JdbcOutbox.sqlite(file()).makeTables().build())
        .hasMessageContaining("have version 9 and this library has 1: use the newer library");
    run(List.of("UPDATE shopbell_schema SET version = 0"));
    assertThatThrownBy(() -> JdbcOutbox.sqlite(file()).build())
        .hasMessageContaining("have version 0 and this library has 1: bring the tables up to date");
  }

  @Test
  void aPrefixThatIsNoNameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JdbcOutbox.sqlite(file()).prefix("x; DROP TABLE y").build())
        .withMessageContaining("use 1 to 20 lower-case letters");
  }
}
