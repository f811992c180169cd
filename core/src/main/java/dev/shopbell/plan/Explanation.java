package dev.shopbell.plan;

import java.util.List;

/**
 * What would happen to a notice if it were sent now: the planner's own answer.
 *
 * @param plans one for each delivery that it would be
 * @param advice what would be better done otherwise, in plain words; may be empty
 */
public record Explanation(List<SendPlan> plans, List<String> advice) {
  public Explanation {
    plans = List.copyOf(plans);
    advice = List.copyOf(advice);
  }

  /** True when at least one delivery would have a channel to take. */
  public boolean wouldSend() {
    return plans.stream().anyMatch(plan -> !plan.choices().isEmpty());
  }
}
