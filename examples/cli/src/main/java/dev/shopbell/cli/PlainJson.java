package dev.shopbell.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain data, exactly: numbers as they are written, null, NaN. For lines that are all to be
 * answered, and for files.
 */
final class PlainJson {
  private static final int DEEPEST = 500;
  private static final int LONGEST_LINE = 1 << 26;

  /** What is too much is for whoever reads the value to say, who can name the line by its id. */
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(1_000_000)
                          .maxStringLength(100_000_000)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private PlainJson() {}

  /** Reads a file that holds one object. */
  static JsonNode read(Path file) throws IOException {
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      if (json.isObject()) {
        return json;
      }
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file + ": give one that is", e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + " is no JSON: " + at(e), e);
    }
    throw new IllegalArgumentException(file + " holds no object: write {\"name\": value}");
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /**
   * A node as Map, List, String, number, boolean or null.
   *
   * @throws IllegalArgumentException when it is nested too deep
   */
  static @Nullable Object plain(JsonNode node) {
    return plain(node, 0);
  }

  private static @Nullable Object plain(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("the data is nested deeper than " + DEEPEST);
    }
    if (node.isObject()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      node.properties()
          .forEach(entry -> map.put(entry.getKey(), plain(entry.getValue(), depth + 1)));
      return map;
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>(node.size());
      node.forEach(item -> list.add(plain(item, depth + 1)));
      return list;
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNull() ? null : node.asText();
  }

  /**
   * Answers each line; an unreadable one with {@code {"id":null,"error":…}}.
   *
   * @return false when a line was none
   */
  static boolean each(InputStream in, Function<JsonNode, ObjectNode> answer) throws IOException {
    boolean all = true;
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = next(lines); line != null; line = next(lines)) {
      if (line.length() > LONGEST_LINE) {
        all = false;
        JsonLines.print(unread("the line is longer than 64 million characters: split it"));
      } else if (!line.isBlank()) {
        try {
          JsonLines.print(answer.apply(JSON.readTree(line)));
        } catch (JsonProcessingException e) {
          all = false;
          JsonLines.print(unread("the line is no JSON: " + at(e)));
        } catch (NumberFormatException e) {
          all = false;
          JsonLines.print(unread("the line has a number that no machine holds: give it as text"));
        }
      }
    }
    return all;
  }

  private static ObjectNode unread(String why) {
    return object().putNull("id").put("error", why);
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null
        ? "give an object"
        : "see column " + e.getLocation().getColumnNr();
  }

  /** The next line; null at the end. Of one that is too long, its beginning. */
  private static @Nullable String next(BufferedReader in) throws IOException {
    int c = in.read();
    if (c < 0) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() <= LONGEST_LINE) {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
