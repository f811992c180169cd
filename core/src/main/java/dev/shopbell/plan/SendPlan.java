package dev.shopbell.plan;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Recipient;
import dev.shopbell.template.NotificationTemplate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What would happen to one delivery if it were sent at this moment.
 *
 * @param type what is sent
 * @param recipient to whom
 * @param template with which words; empty when there are none, and then nothing can be chosen
 * @param choices the channels that may be taken, the first of them first
 * @param skipped the others, with why
 */
public record SendPlan(
    NoticeType type,
    Recipient recipient,
    Optional<NotificationTemplate> template,
    List<Choice> choices,
    List<Skipped> skipped) {
  public SendPlan {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(template, "template");
    choices = List.copyOf(choices);
    skipped = List.copyOf(skipped);
  }

  /** The channels that may be taken, in order. */
  public List<Channel> route() {
    return choices.stream().map(Choice::channel).toList();
  }
}
