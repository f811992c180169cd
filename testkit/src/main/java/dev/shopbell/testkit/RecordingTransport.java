package dev.shopbell.testkit;

import dev.shopbell.address.Channel;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A transport that sends nothing and remembers everything, for hosts' own tests. It accepts each
 * message, the first letter as {@code email-1}, unless it was told to answer otherwise.
 */
public final class RecordingTransport implements Transport {
  private final TransportInfo info;
  private final List<Sent> sent = new ArrayList<>();
  private final Deque<Outcome> answers = new ArrayDeque<>();

  /**
   * What was handed over.
   *
   * @param message the message
   * @param context what surrounded it
   */
  public record Sent(OutboundMessage message, SendContext context) {}

  private RecordingTransport(TransportInfo info) {
    this.info = info;
  }

  /** A transport for a channel, named {@code recording}. */
  public static RecordingTransport on(Channel channel) {
    return new RecordingTransport(TransportInfo.of("recording", channel));
  }

  /** A transport that describes itself so. */
  public static RecordingTransport of(TransportInfo info) {
    return new RecordingTransport(info);
  }

  /** Answers the next messages so, each outcome once, in this order. */
  public synchronized RecordingTransport answer(Outcome... outcomes) {
    answers.addAll(List.of(outcomes));
    return this;
  }

  /** Everything that was handed over, in order. */
  public synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** The messages that were handed over, in order. */
  public synchronized List<OutboundMessage> messages() {
    return sent.stream().map(Sent::message).toList();
  }

  @Override
  public TransportInfo info() {
    return info;
  }

  @Override
  public synchronized Outcome send(OutboundMessage message, SendContext context) {
    sent.add(new Sent(message, context));
    Outcome answer = answers.poll();
    return answer != null ? answer : accepted();
  }

  private Outcome accepted() {
    return Outcome.Accepted.of(info.name(), info.channel() + "-" + sent.size());
  }
}
