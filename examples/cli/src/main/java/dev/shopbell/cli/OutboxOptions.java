package dev.shopbell.cli;

import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.jdbc.JdbcOutboxBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which outbox. A password is taken from the environment or a file, and never printed. */
final class OutboxOptions {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String USER = "SHOPBELL_JDBC_USER";
  private static final String PASSWORD = "SHOPBELL_JDBC_PASSWORD";

  @Option(
      names = "--jdbc",
      paramLabel = "URL",
      required = true,
      description = {
        "The database: jdbc:sqlite:FILE, jdbc:postgresql://HOST/DATABASE,",
        "jdbc:mariadb://HOST/DATABASE or jdbc:h2:FILE."
      })
  private String url = "";

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Who logs in; from the environment's " + USER + " unless given.")
  private @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "A file whose first line is the password; from the environment's "
              + PASSWORD
              + " unless given.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--prefix",
      paramLabel = "P",
      defaultValue = "shopbell_",
      description = "What the tables' names begin with (default: ${DEFAULT-VALUE}).")
  private String prefix = "shopbell_";

  /** Opens the outbox, whose tables must be there. */
  JdbcOutbox open() throws IOException {
    return builder().prefix(prefix).build();
  }

  private JdbcOutboxBuilder builder() throws IOException {
    if (url.startsWith(SQLITE)) {
      return JdbcOutbox.sqlite(SqliteFiles.existing(url.substring(SQLITE.length())));
    }
    requireDriver();
    return JdbcOutbox.in(new DriverSource(existing(url), login()));
  }

  /** H2 would make a database that is not there. */
  private static String existing(String url) {
    boolean makes =
        url.startsWith("jdbc:h2:") && !url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=");
    return makes ? url + ";IFEXISTS=TRUE" : url;
  }

  private void requireDriver() {
    try {
      DriverManager.getDriver(url);
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "--jdbc is no URL that a driver here knows: write jdbc:sqlite:FILE,"
              + " jdbc:postgresql://HOST/DATABASE, jdbc:mariadb://HOST/DATABASE or jdbc:h2:FILE",
          e);
    }
  }

  private Properties login() throws IOException {
    Properties login = new Properties();
    put(login, "user", user == null ? System.getenv(USER) : user);
    put(login, "password", passwordFile == null ? System.getenv(PASSWORD) : read(passwordFile));
    return login;
  }

  private static void put(Properties login, String name, @Nullable String value) {
    if (value != null) {
      login.setProperty(name, value);
    }
  }

  private static String read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "--password-file " + file + " cannot be read: give a file with the password");
    }
    return Files.readString(file).lines().findFirst().orElse("");
  }
}
