package dev.shopbell.notice;

import dev.shopbell.internal.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A variable that a type of notice declares.
 *
 * @param name letters and digits, beginning with a letter
 * @param kind what its values are
 * @param required whether every notice must have it
 * @param fields for a {@link Kind#LIST}, what each of its items has; otherwise empty
 * @param longest how many characters a text may have, or how many items a list
 * @param sample a value to look at templates with; empty for one that is made up by its kind
 */
public record Variable(
    String name,
    Kind kind,
    boolean required,
    List<Variable> fields,
    int longest,
    Optional<Object> sample) {
  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_HTML = 50_000;
  private static final int LONGEST_LIST = 1_000;
  private static final int MOST = 200_000;
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,63}");

  /** What values a variable has, and how they are written in the data. */
  public enum Kind {
    /** A String, not blank. */
    TEXT("text that is not blank"),
    /**
     * A String of HTML that the host vouches for: its own, or what it has cleaned. The only kind
     * that a template may leave unescaped.
     */
    HTML("trusted HTML as text"),
    /** A number, shown as the reader's language writes it. */
    NUMBER("a number"),
    /** A boolean. */
    FLAG("true or false"),
    /** An amount and an ISO 4217 code, {@code "129.00 CNY"}. */
    MONEY("an amount and a currency, as in \"129.00 CNY\""),
    /** A moment in ISO 8601 with its offset, {@code "2026-11-22T08:30:00Z"}. */
    INSTANT("a moment with its offset, as in \"2026-11-22T08:30:00Z\""),
    /** An https address. */
    LINK("an https address"),
    /** A List of Maps, not empty when it is required. */
    LIST("a list of maps"),
    /** A {@link Secret}; the template sees the link to it. */
    SECRET("a Secret");

    private final String wanted;

    Kind(String wanted) {
      this.wanted = wanted;
    }

    String wanted() {
      return wanted;
    }
  }

  public Variable {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "variable " + Text.quoted(name) + " is not a name: use letters and digits");
    }
    Objects.requireNonNull(kind, "kind");
    fields = List.copyOf(fields);
    if (kind != Kind.LIST && !fields.isEmpty()) {
      throw new IllegalArgumentException("variable " + name + " has fields: only a list has them");
    }
    if (longest < 1 || longest > MOST) {
      throw new IllegalArgumentException(
          "variable " + name + " is at most " + longest + " long: give 1 to " + MOST);
    }
    Objects.requireNonNull(sample, "sample");
  }

  /** A variable of its kind's usual length, without a sample of its own. */
  public Variable(String name, Kind kind, boolean required, List<Variable> fields) {
    this(name, kind, required, fields, usual(kind), Optional.empty());
  }

  private static int usual(Kind kind) {
    return switch (kind) {
      case HTML -> LONGEST_HTML;
      case LIST -> LONGEST_LIST;
      default -> LONGEST_TEXT;
    };
  }

  /** A required variable. */
  public static Variable of(String name, Kind kind) {
    return new Variable(name, kind, true, List.of());
  }

  /** A required list, whose items have these fields. */
  public static Variable list(String name, Variable... fields) {
    return new Variable(name, Kind.LIST, true, List.of(fields));
  }

  /** This variable, but a notice may leave it out. */
  public Variable optional() {
    return new Variable(name, kind, false, fields, longest, sample);
  }

  /** This variable, but no longer than that: characters of a text, items of a list. */
  public Variable longest(int longest) {
    return new Variable(name, kind, required, fields, longest, sample);
  }

  /** This variable with a value to look at templates with. */
  public Variable sample(Object sample) {
    return new Variable(name, kind, required, fields, longest, Optional.of(sample));
  }
}
