package dev.shopbell.template;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Searches what was rendered for things that no message may hold: as they are, HTML-escaped,
 * percent-encoded, in Base64 or hex, with separators between their characters or without, and cut
 * off where a field is full.
 */
public final class SecretGuard {
  /** Shorter ones are looked for as they are only: their letters alone stand in many a text. */
  private static final int SHORTEST = 6;

  private static final char CUT = '…';

  /** Stands for it among letters, since its own letters are three points. */
  private static final char KEPT = '\uE000';

  private SecretGuard() {}

  /**
   * The name of the first field that holds one of the secrets, in any of these forms; empty when
   * none does. It never tells which.
   */
  public static Optional<String> leak(Content content, Collection<String> secrets) {
    List<Wanted> wanted =
        secrets.stream().filter(secret -> !secret.isBlank()).map(Wanted::new).toList();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    return fields(content).entrySet().stream()
        .filter(field -> holds(field.getValue(), wanted))
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
      sms.reference().ifPresent(reference -> add(fields, "sms", reference));
    } else if (content instanceof FieldsContent others) {
      add(fields, "field", others.fields());
      others.reference().ifPresent(reference -> add(fields, "field", reference));
    }
    return fields;
  }

  private static void add(Map<String, String> fields, String kind, GatewayTemplate reference) {
    fields.put(kind + " template", reference.code());
    add(fields, kind, reference.variables());
  }

  private static void add(Map<String, String> fields, String kind, Map<String, String> more) {
    more.forEach((name, value) -> fields.put(kind + " " + name, name + " " + value));
  }

  private static boolean holds(String field, List<Wanted> wanted) {
    Set<String> forms = Disguises.read(field);
    for (String form : forms) {
      String letters = letters(form);
      String cut = form.indexOf(CUT) < 0 ? "" : letters(form.replace(CUT, KEPT), true);
      if (wanted.stream().anyMatch(secret -> secret.standsIn(form, letters, cut))) {
        return true;
      }
    }
    List<Wanted> longer = wanted.stream().filter(Wanted::isLong).toList();
    return !longer.isEmpty()
        && Disguises.decoded(forms).stream()
            .anyMatch(
                form -> {
                  String letters = letters(form);
                  return longer.stream().anyMatch(secret -> secret.standsIn(form, letters, ""));
                });
  }

  private static String letters(String text) {
    return letters(text, false);
  }

  /**
   * Letters and digits alone, in lower case and without accents; and where it was cut, if asked.
   */
  private static String letters(String text, boolean cuts) {
    boolean isAscii = text.chars().allMatch(c -> c < 0x80);
    String plain = isAscii ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder letters = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c) - 1;
      if (Character.isLetterOrDigit(c) || (c == KEPT && cuts)) {
        letters.appendCodePoint(c);
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  /** A secret as it is looked for; prints nothing of it. */
  private static final class Wanted {
    private final String secret;
    private final String letters;

    Wanted(String secret) {
      this.secret = secret;
      this.letters = SecretGuard.letters(secret);
    }

    boolean isLong() {
      return secret.length() >= SHORTEST;
    }

    /**
     * Whether it stands in a text.
     *
     * @param cut the text's letters with a mark where it was cut off; empty when it was not
     */
    boolean standsIn(String text, String textLetters, String cut) {
      return text.contains(secret)
          || (letters.length() >= SHORTEST && (textLetters.contains(letters) || standsCutIn(cut)));
    }

    /** Whether half of it or more stands where a field was cut off. */
    private boolean standsCutIn(String cut) {
      for (int shown = (letters.length() + 1) / 2; shown < letters.length(); shown++) {
        if (cut.contains(letters.substring(0, shown) + KEPT)) {
          return true;
        }
      }
      return false;
    }
  }
}
