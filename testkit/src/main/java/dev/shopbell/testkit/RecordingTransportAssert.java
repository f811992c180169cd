package dev.shopbell.testkit;

import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.OutboundSms;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about what was handed to a {@link RecordingTransport}. */
public final class RecordingTransportAssert
    extends AbstractAssert<RecordingTransportAssert, RecordingTransport> {
  RecordingTransportAssert(@Nullable RecordingTransport actual) {
    super(actual, RecordingTransportAssert.class);
  }

  /** So many messages were handed over, whatever became of them. */
  public RecordingTransportAssert hasSent(int count) {
    isNotNull();
    int found = actual.messages().size();
    if (found != count) {
      failWithMessage("Expected %s messages but %s were handed over", count, found);
    }
    return this;
  }

  /** A message was handed over to that address. */
  public RecordingTransportAssert hasSentTo(String address) {
    isNotNull();
    List<OutboundMessage> messages = actual.messages();
    if (messages.stream().noneMatch(message -> message.to().value().equals(address))) {
      failWithMessage("Expected a message to <%s> but none was handed over", address);
    }
    return this;
  }

  /** A letter with that subject, or a text message with those words, was handed over. */
  public RecordingTransportAssert hasSaid(String words) {
    isNotNull();
    List<String> said = actual.messages().stream().map(RecordingTransportAssert::words).toList();
    if (!said.contains(words)) {
      failWithMessage("Expected <%s> to be said but it was <%s>", words, said);
    }
    return this;
  }

  private static String words(OutboundMessage message) {
    if (message instanceof OutboundEmail email) {
      return email.content().subject();
    }
    return message instanceof OutboundSms sms ? sms.content().text() : message.toString();
  }
}
