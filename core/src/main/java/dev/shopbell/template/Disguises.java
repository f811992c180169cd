package dev.shopbell.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms in which a reader, a browser or a mail client may come to see a text. */
final class Disguises {
  private static final int ROUNDS = 3;
  private static final int MOST = 40;

  private static final Pattern TAG = Pattern.compile("<[^<>]*+>");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([\"'\\\\/]))");
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Cf}]+");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{12,}");
  private static final Pattern HEX_GAP = Pattern.compile("[:.\\-]");

  private static final List<UnaryOperator<String>> READERS =
      List.of(
          Entities::decoded,
          text -> TAG.matcher(text).replaceAll(""),
          Disguises::percentDecoded,
          text -> ESCAPE.matcher(text).replaceAll(Disguises::unescaped));

  private Disguises() {}

  /** The text itself, and what remains when references, tags and escapes are read, in any order. */
  static Set<String> read(String text) {
    Set<String> all = new LinkedHashSet<>(List.of(text));
    List<String> fresh = List.of(text);
    for (int round = 0; round < ROUNDS; round++) {
      List<String> next = new ArrayList<>();
      for (String form : fresh) {
        for (UnaryOperator<String> reader : READERS) {
          String read = reader.apply(form);
          if (all.size() < MOST && all.add(read)) {
            next.add(read);
          }
        }
      }
      fresh = next;
    }
    return all;
  }

  /** What stands in these in Base64, of either alphabet and at any offset, and in hex. */
  static Set<String> decoded(Set<String> forms) {
    Set<String> words = new HashSet<>();
    Set<String> decoded = new HashSet<>();
    for (String form : forms) {
      String text = GAP.matcher(form).replaceAll("");
      words(BASE64, text).filter(words::add).forEach(word -> decoded.addAll(base64(word)));
      words(HEX, HEX_GAP.matcher(text).replaceAll("")).forEach(word -> decoded.addAll(hex(word)));
    }
    return decoded;
  }

  private static Stream<String> words(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group);
  }

  private static List<String> base64(String word) {
    String plain = word.replace('+', '-').replace('/', '_');
    List<String> decoded = new ArrayList<>();
    for (int offset = 0; offset < 4; offset++) {
      int length = plain.length() - offset;
      String cut = plain.substring(offset, offset + (length % 4 == 1 ? length - 1 : length));
      decoded.add(new String(Base64.getUrlDecoder().decode(cut), StandardCharsets.UTF_8));
    }
    return decoded;
  }

  private static List<String> hex(String word) {
    List<String> decoded = new ArrayList<>();
    for (int offset = 0; offset < 2; offset++) {
      int end = word.length() - (word.length() - offset) % 2;
      byte[] bytes = HexFormat.of().parseHex(word, offset, end);
      decoded.add(new String(bytes, StandardCharsets.UTF_8));
    }
    return decoded;
  }

  private static String unescaped(MatchResult escape) {
    return Matcher.quoteReplacement(
        escape.group(1) == null
            ? escape.group(2)
            : String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
  }

  private static String percentDecoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] decoded = new byte[bytes.length];
    int size = 0;
    for (int i = 0; i < bytes.length; i++) {
      int octet = bytes[i] == '%' && i + 2 < bytes.length ? octet(bytes[i + 1], bytes[i + 2]) : -1;
      decoded[size++] = octet < 0 ? bytes[i] : (byte) octet;
      i += octet < 0 ? 0 : 2;
    }
    return new String(decoded, 0, size, StandardCharsets.UTF_8);
  }

  private static int octet(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first * 16 + second;
  }
}
