package dev.shopbell.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Looks at a file before SQLite does, which would make one that is not there. */
final class SqliteFiles {
  private static final String HEAD = "SQLite format 3";

  private SqliteFiles() {}

  /**
   * A SQLite file that is there.
   *
   * @throws IllegalArgumentException when there is none, or another kind of file
   */
  static Path existing(String name) throws IOException {
    Path file = path(name);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "there is no file " + file + ": write jdbc:sqlite: and the outbox's file behind it");
    }
    if (Files.size(file) > 0 && !head(file).equals(HEAD)) {
      throw new IllegalArgumentException(file + " is no SQLite file: give the outbox's own");
    }
    return file;
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "--jdbc names no file: write jdbc:sqlite: and the outbox's file behind it", e);
    }
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD.length()), StandardCharsets.US_ASCII);
    }
  }
}
