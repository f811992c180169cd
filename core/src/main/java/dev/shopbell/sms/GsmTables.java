package dev.shopbell.sms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The tables of TS 23.038, from the resource that lists them. */
final class GsmTables {
  static final GsmTable ALPHABET;
  static final GsmTable EXTENSION;

  private static final String DATA = "gsm-alphabets.txt";
  private static final int ROWS = 8;
  private static final int COLUMNS = 16;
  private static final Map<String, GsmTable> TABLES = read();

  static {
    ALPHABET = Objects.requireNonNull(TABLES.get("locking default"));
    EXTENSION = Objects.requireNonNull(TABLES.get("single default"));
  }

  private GsmTables() {}

  /** Empty for Spanish, which has none. */
  static Optional<GsmTable> locking(SmsLanguage language) {
    return Optional.ofNullable(TABLES.get("locking " + language.code()));
  }

  static GsmTable single(SmsLanguage language) {
    return Objects.requireNonNull(TABLES.get("single " + language.code()));
  }

  private static Map<String, GsmTable> read() {
    InputStream data = Objects.requireNonNull(GsmTables.class.getResourceAsStream(DATA), DATA);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().filter(line -> !line.startsWith("#")).toList();
      Map<String, GsmTable> tables = new HashMap<>();
      for (int i = 0; i < lines.size(); i += ROWS + 1) {
        String[] heading = lines.get(i).split(" ", -1);
        char[] characters = characters(lines.subList(i + 1, i + 1 + ROWS));
        tables.put(
            heading[0] + " " + heading[1], new GsmTable(Integer.parseInt(heading[2]), characters));
      }
      return tables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static char[] characters(List<String> rows) {
    char[] characters = new char[ROWS * COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      String[] cells = rows.get(row).split(" ", -1);
      for (int column = 0; column < COLUMNS; column++) {
        if (!cells[column].equals(".")) {
          characters[row * COLUMNS + column] = (char) Integer.parseInt(cells[column], 16);
        }
      }
    }
    return characters;
  }
}
