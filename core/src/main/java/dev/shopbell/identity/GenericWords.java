package dev.shopbell.identity;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.internal.DataLines;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that could be anybody's, so that a shopper cannot tell a shop by them. */
final class GenericWords {
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDING = Pattern.compile("\\p{N}+$");
  private static final Set<String> MAILBOXES = read("generic-mailboxes.txt");
  private static final Set<String> NAMES = read("generic-names.txt");

  private GenericWords() {}

  /** True for a word of the list, with digits behind it or not, and for digits alone. */
  static boolean isGenericMailbox(EmailAddress mailbox) {
    return isIn(mailbox.local(), MAILBOXES);
  }

  /** The same for a shop's name, which may be no mailbox's word either. */
  static boolean isGenericName(String name) {
    return isIn(name, NAMES) || isIn(name, MAILBOXES);
  }

  private static boolean isIn(String text, Set<String> words) {
    String letters = letters(text);
    String word = ENDING.matcher(letters).replaceFirst("");
    return words.contains(word) || (word.isEmpty() && !letters.isEmpty());
  }

  /** Letters and digits alone, in one form: {@code My Shop!} is {@code myshop}. */
  private static String letters(String text) {
    String form = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return NOT_A_LETTER.matcher(form).replaceAll("");
  }

  private static Set<String> read(String file) {
    return Set.copyOf(DataLines.read(GenericWords.class, file));
  }
}
