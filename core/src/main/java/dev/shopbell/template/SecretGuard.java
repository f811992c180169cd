package dev.shopbell.template;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Searches what was rendered for things that no message may hold: as they are, HTML-escaped,
 * percent-encoded, in Base64 or hex, with separators between their characters or without.
 */
public final class SecretGuard {
  /** Shorter ones are looked for as they are only: their letters alone stand in many a text. */
  private static final int SHORTEST = 6;

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern TAG = Pattern.compile("<[^<>]*+>");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private SecretGuard() {}

  /**
   * The name of the first field that holds one of the secrets, in any of these forms; empty when
   * none does. It never tells which.
   */
  public static Optional<String> leak(Content content, Collection<String> secrets) {
    List<String> opened = secrets.stream().filter(secret -> !secret.isBlank()).toList();
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    return fields(content).entrySet().stream()
        .filter(field -> opened.stream().anyMatch(secret -> holds(field.getValue(), secret)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map<String, String> fields(Content content) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (content instanceof EmailContent letter) {
      fields.put("subject", letter.subject());
      fields.put("preheader", letter.preheader());
      fields.put("html", letter.html());
      fields.put("text", letter.text());
    } else if (content instanceof SmsContent sms) {
      fields.put("sms", sms.text());
      sms.reference().ifPresent(reference -> add(fields, "sms", reference.variables()));
    } else if (content instanceof FieldsContent others) {
      add(fields, "field", others.fields());
      others.reference().ifPresent(reference -> add(fields, "field", reference.variables()));
    }
    return fields;
  }

  private static void add(Map<String, String> fields, String kind, Map<String, String> more) {
    more.forEach((name, value) -> fields.put(kind + " " + name, name + " " + value));
  }

  private static boolean holds(String field, String secret) {
    Set<String> forms = forms(field);
    String letters = letters(secret);
    boolean isLong = letters.length() >= SHORTEST;
    List<String> encoded = isLong ? encoded(secret) : List.of();
    for (String form : forms) {
      if (form.contains(secret)
          || (isLong && letters(form).contains(letters))
          || (isLong && holdsAny(SPACE.matcher(form).replaceAll(""), encoded))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsAny(String text, List<String> words) {
    return words.stream().anyMatch(word -> word.length() >= SHORTEST && text.contains(word));
  }

  /** The field as a reader, a browser or a mail client may come to see it. */
  private static Set<String> forms(String field) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(field);
    forms.add(Entities.decoded(field));
    forms.add(TAG.matcher(Entities.decoded(TAG.matcher(field).replaceAll(""))).replaceAll(""));
    for (String form : List.copyOf(forms)) {
      String once = percentDecoded(form);
      forms.add(once);
      forms.add(percentDecoded(once));
    }
    return forms;
  }

  private static String letters(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return NO_LETTER.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** What Base64 makes of it at each of three offsets, less what its neighbours change; and hex. */
  private static List<String> encoded(String secret) {
    List<String> encoded = new ArrayList<>();
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (int offset = 0; offset < 3; offset++) {
      byte[] shifted = new byte[offset + bytes.length];
      System.arraycopy(bytes, 0, shifted, offset, bytes.length);
      String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      int from = offset == 0 ? 0 : offset + 1;
      int to = shifted.length % 3 == 0 ? text.length() : text.length() - 1;
      String core = text.substring(from, Math.max(from, to));
      encoded.add(core);
      encoded.add(core.replace('+', '-').replace('/', '_'));
    }
    encoded.add(HexFormat.of().formatHex(bytes));
    encoded.add(HexFormat.of().withUpperCase().formatHex(bytes));
    return encoded;
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
