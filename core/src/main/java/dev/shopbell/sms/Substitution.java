package dev.shopbell.sms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What may stand for a character.
 *
 * @param kind how much a reader would notice
 * @param replacement empty to leave the character out
 */
record Substitution(Kind kind, String replacement) {
  /** From what nobody notices to what changes a word's spelling. */
  enum Kind {
    TYPOGRAPHIC,
    INVISIBLE,
    LOOK_ALIKE,
    LETTER
  }

  private static final String DATA = "sms-substitutions.txt";
  private static final int HEX = 16;
  private static final Map<Integer, Substitution> TABLE = read();

  /** Of a character, from the table; a Latin letter with marks may lose them. */
  static Optional<Substitution> of(int codePoint) {
    Substitution listed = TABLE.get(codePoint);
    return listed != null ? Optional.of(listed) : withoutMarks(codePoint);
  }

  private static Optional<Substitution> withoutMarks(int codePoint) {
    if (Character.getType(codePoint) == Character.NON_SPACING_MARK && codePoint < 0x370) {
      return Optional.of(new Substitution(Kind.LETTER, ""));
    }
    if (!Character.isLetter(codePoint)) {
      return Optional.empty();
    }
    String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD);
    boolean latin = parts.charAt(0) < 0x80 && parts.length() > 1;
    return latin
        ? Optional.of(new Substitution(Kind.LETTER, parts.substring(0, 1)))
        : Optional.empty();
  }

  private static Map<Integer, Substitution> read() {
    InputStream data = Objects.requireNonNull(Substitution.class.getResourceAsStream(DATA), DATA);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
      Map<Integer, Substitution> table = new HashMap<>();
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 4))
          .forEach(cells -> table.put(Integer.parseInt(cells[1], HEX), of(cells)));
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Substitution of(String[] cells) {
    StringBuilder replacement = new StringBuilder();
    if (!cells[2].equals("-")) {
      for (String codePoint : cells[2].split("\\+", -1)) {
        replacement.appendCodePoint(Integer.parseInt(codePoint, HEX));
      }
    }
    String kind = cells[0].toUpperCase(Locale.ROOT).replace('-', '_');
    return new Substitution(Kind.valueOf(kind), replacement.toString());
  }
}
