package dev.shopbell.delivery;

import dev.shopbell.plan.SendPlan;
import dev.shopbell.transport.OutboundMessage;
import java.util.List;
import java.util.Objects;

/**
 * What one delivery would hand over on each channel that it may take, without sending anything.
 *
 * @param plan whom from, whom to, by what
 * @param messages one for each of the plan's choices, in their order
 */
public record Preview(SendPlan plan, List<OutboundMessage> messages) {
  public Preview {
    Objects.requireNonNull(plan, "plan");
    messages = List.copyOf(messages);
  }
}
