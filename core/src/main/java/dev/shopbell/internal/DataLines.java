package dev.shopbell.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A list that stands beside a class as a file: an entry a line, in UTF-8. */
public final class DataLines {
  private DataLines() {}

  /**
   * The entries of the file, without blank lines and those that begin with {@code #}.
   *
   * @throws NullPointerException when there is no such file, with its name
   */
  public static List<String> read(Class<?> owner, String file) {
    InputStream data = Objects.requireNonNull(owner.getResourceAsStream(file), file);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
