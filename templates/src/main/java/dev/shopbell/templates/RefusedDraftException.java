package dev.shopbell.templates;

import java.util.List;

/** A draft that was not saved. What was saved before is sent on. */
public final class RefusedDraftException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  RefusedDraftException(String noticeType, List<Problem> problems) {
    super(message(noticeType, problems));
    this.problems = List.copyOf(problems);
  }

  private static String message(String noticeType, List<Problem> problems) {
    Problem first =
        problems.stream().filter(Problem::isError).findFirst().orElseGet(() -> problems.get(0));
    long errors = problems.stream().filter(Problem::isError).count();
    return "the draft for "
        + noticeType
        + " was not saved, "
        + first
        + (errors > 1 ? " (and " + (errors - 1) + " more)" : "");
  }

  /** All of its problems, advice included. */
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }
}
