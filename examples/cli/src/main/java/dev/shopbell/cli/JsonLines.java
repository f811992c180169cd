package dev.shopbell.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Objects in and objects out, one a line, never more than a line in memory. A lone surrogate, which
 * UTF-8 cannot hold, travels as an escape.
 */
final class JsonLines {
  static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final int LONGEST_LINE = 1 << 25;

  static {
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(LONGEST_LINE).build());
  }

  private JsonLines() {}

  /**
   * Answers each line. One that cannot be read is named on standard error and left out.
   *
   * @return whether all could be read
   */
  static boolean answer(InputStream in, Function<JsonNode, Object> handler) {
    return read(in, line -> print(handler.apply(line)));
  }

  /** As {@link #answer}, but nothing is printed. */
  static boolean read(InputStream in, Consumer<JsonNode> reader) {
    BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
    boolean all = true;
    try {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (long number = 1; read(bytes, line); number++) {
        all &= read(number, line, reader);
        line.reset();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** An object on a line of its own. */
  static void print(Object object) {
    byte[] line = (escaped(json(object)) + "\n").getBytes(StandardCharsets.UTF_8);
    System.out.write(line, 0, line.length);
    System.out.flush();
  }

  private static boolean read(long number, ByteArrayOutputStream line, Consumer<JsonNode> reader) {
    try {
      String text = decoded(line.toByteArray());
      if (!text.isBlank()) {
        reader.accept(JSON.readTree(text));
      }
      return true;
    } catch (JsonProcessingException e) {
      complain(number, "is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (CharacterCodingException e) {
      complain(number, "is not UTF-8");
    } catch (IllegalArgumentException e) {
      complain(number, e.getMessage());
    }
    return false;
  }

  private static void complain(long number, @Nullable String why) {
    System.err.println("line " + number + ": " + why);
  }

  private static boolean read(InputStream in, ByteArrayOutputStream line) throws IOException {
    int next = in.read();
    if (next < 0) {
      return false;
    }
    while (next >= 0 && next != '\n') {
      if (line.size() < LONGEST_LINE) {
        line.write(next);
      }
      next = in.read();
    }
    return true;
  }

  private static String decoded(byte[] line) throws CharacterCodingException {
    if (line.length == LONGEST_LINE) {
      throw new IllegalArgumentException("is longer than 32 MB: split it");
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
  }

  private static String json(Object object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lone surrogates stand only inside strings, so that the finished JSON can be searched. */
  private static String escaped(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < json.length()
          && Character.isLowSurrogate(json.charAt(i + 1))) {
        escaped.append(c).append(json.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        escaped.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
