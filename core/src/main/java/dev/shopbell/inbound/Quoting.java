package dev.shopbell.inbound;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts what a person wrote from what is repeated of an earlier letter, line by line: lines that
 * begin with {@code >}, the line above them that says who wrote, and all that follows the headers
 * or the rule that a mail program puts above an earlier letter.
 */
final class Quoting {
  private static final Rules RULES = Rules.read("answer-rules.txt");

  private final List<String> own = new ArrayList<>();
  private final List<String> quoted = new ArrayList<>();

  private Quoting() {}

  static ReplyText part(String body) {
    Quoting quoting = new Quoting();
    quoting.read(List.of(body.split("\n", -1)));
    return new ReplyText(
        String.join("\n", quoting.own).strip(), String.join("\n", quoting.quoted).stripTrailing());
  }

  private void read(List<String> lines) {
    int at = 0;
    while (at < lines.size()) {
      int introduced = introduction(lines, at);
      if (RULES.fits("quote", "line", lines.get(at)) || isHeaders(lines, at)) {
        quoted.addAll(lines.subList(at, lines.size()));
        return;
      }
      if (introduced > 0) {
        introduced += blanks(lines, at + introduced);
        quoted.addAll(lines.subList(at, at + introduced));
        at += introduced;
        if (at < lines.size() && !lines.get(at).startsWith(">")) {
          quoted.addAll(lines.subList(at, lines.size()));
          return;
        }
      } else {
        (lines.get(at).startsWith(">") ? quoted : own).add(lines.get(at));
        at++;
      }
    }
  }

  private static int blanks(List<String> lines, int from) {
    int count = 0;
    while (from + count < lines.size() && lines.get(from + count).isBlank()) {
      count++;
    }
    return count;
  }

  /** How many lines say who wrote what follows: one, two where it is wrapped, or none. */
  private static int introduction(List<String> lines, int at) {
    String line = lines.get(at).strip();
    if (line.isEmpty() || line.startsWith(">") || line.length() > 300) {
      return 0;
    }
    if (RULES.fits("introduction", "line", line)) {
      return 1;
    }
    String next = at + 1 < lines.size() ? lines.get(at + 1).strip() : "";
    boolean wrapped =
        RULES.fits("wrapped", "line", line)
            && next.length() < 300
            && RULES.fits("introduction", "line", line + " " + next);
    return wrapped ? 2 : 0;
  }

  /** Two headers of an earlier letter in three lines. */
  private static boolean isHeaders(List<String> lines, int at) {
    return RULES.fits("header-from", "line", lines.get(at))
        && lines.subList(at + 1, Math.min(lines.size(), at + 4)).stream()
            .anyMatch(line -> RULES.fits("header-more", "line", line));
  }
}
