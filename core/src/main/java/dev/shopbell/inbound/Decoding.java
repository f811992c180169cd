package dev.shopbell.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text of bytes whose charset is wrong, unknown or not given: as they say, where that fits; then as
 * UTF-8, then as GB18030, where all bytes fit; as they say with gaps otherwise.
 */
final class Decoding {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final List<Charset> SHIFTED =
      List.of(Charset.forName("ISO-2022-JP"), Charset.forName("ISO-2022-KR"));

  /** Charsets whose name promises less than those who write it use. */
  private static final Map<String, Charset> WIDER =
      Map.of(
          "gb2312", GB18030,
          "gbk", GB18030,
          "x-gbk", GB18030,
          "us-ascii", StandardCharsets.UTF_8,
          "ascii", StandardCharsets.UTF_8);

  private Decoding() {}

  /**
   * The text.
   *
   * @param label the charset's name as it was given; empty when it was not
   */
  static String text(byte[] bytes, String label) {
    Optional<Charset> told = charset(label).filter(named -> !isShifted(bytes, named));
    if (told.isPresent()) {
      String text = strict(bytes, told.get());
      if (text != null) {
        return text;
      }
    }
    boolean shifted = isShifted(bytes, StandardCharsets.UTF_8);
    for (Charset guess : shifted ? SHIFTED : List.of(StandardCharsets.UTF_8, GB18030)) {
      String text = strict(bytes, guess);
      if (text != null) {
        return text;
      }
    }
    return new String(bytes, told.orElse(StandardCharsets.ISO_8859_1));
  }

  /** True for what is named a plain charset and shifts between two by escapes (ISO-2022). */
  private static boolean isShifted(byte[] bytes, Charset named) {
    if (!named.equals(StandardCharsets.UTF_8)) {
      return false;
    }
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == 0x1b && bytes[i + 1] == '$') {
        return true;
      }
    }
    return false;
  }

  static Optional<Charset> charset(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    if (WIDER.containsKey(name)) {
      return Optional.of(WIDER.get(name));
    }
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
