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
      if (wanted.stream().anyMatch(secret -> secret.standsIn(form, letters))) {
        return true;
      }
    }
    List<Wanted> longer = wanted.stream().filter(Wanted::isLong).toList();
    return !longer.isEmpty()
        && Disguises.decoded(forms).stream()
            .anyMatch(
                form -> {
                  String letters = plainLetters(form);
                  return longer.stream().anyMatch(secret -> secret.standsIn(form, letters));
                });
  }

  private static String letters(String text) {
    return plainLetters(Normalizer.normalize(text, Normalizer.Form.NFKD));
  }

  private static String plainLetters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
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

    boolean standsIn(String text, String textLetters) {
      return text.contains(secret)
          || (letters.length() >= SHORTEST && (textLetters.contains(letters) || standsCutIn(text)));
    }

    /** Whether half of it or more stands where a field was cut off. */
    private boolean standsCutIn(String text) {
      for (int cut = text.indexOf(CUT); cut >= 0; cut = text.indexOf(CUT, cut + 1)) {
        String before =
            SecretGuard.letters(text.substring(Math.max(0, cut - 8 * secret.length()), cut));
        for (int shown = (letters.length() + 1) / 2; shown < letters.length(); shown++) {
          if (before.endsWith(letters.substring(0, shown))) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
