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
import java.io.OutputStream;
import java.io.PrintWriter;
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

/** Lines of JSON, in and out, one at a time. A lone surrogate travels as an escape. */
final class PlainJson {
  private static final int DEEPEST = 500;

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

  /** Prints a result. */
  static void print(JsonNode result) {
    PrintWriter printer = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    printer.println(line(result));
    printer.flush();
  }

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
  static boolean each(InputStream in, OutputStream out, Function<JsonNode, ObjectNode> answer)
      throws IOException {
    boolean all = true;
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    PrintWriter printer = new PrintWriter(out, false, StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        ObjectNode answered;
        try {
          answered = answer.apply(JSON.readTree(line));
        } catch (JsonProcessingException e) {
          all = false;
          answered = object().putNull("id").put("error", "the line is no JSON: " + at(e));
        }
        printer.println(line(answered));
        printer.flush();
      }
    }
    return all;
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null
        ? "give an object"
        : "see column " + e.getLocation().getColumnNr();
  }

  /** One line, in which half of a surrogate pair is an escape. */
  static String line(JsonNode node) {
    String text = node.toString();
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (isPair) {
        line.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        line.append(String.format("\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }
}
