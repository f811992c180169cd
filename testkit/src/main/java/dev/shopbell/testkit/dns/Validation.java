package dev.shopbell.testkit.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.dnssec.ValidatingResolver;

/**
 * Checks answers against the world's trust anchor, in memory. Nothing is kept from one question to
 * the next, so that a change of keys or signatures is seen at once.
 */
final class Validation {
  /** In the middle of the time in which good signatures hold. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2050-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final Function<Question, Answer> answers;
  private final Supplier<String> anchor;

  Validation(Function<Question, Answer> answers, Supplier<String> anchor) {
    this.answers = answers;
    this.anchor = anchor;
  }

  /** The answer, marked as authentic where it is; a failure with its reason where it is bogus. */
  Answer check(Question question) {
    Message checked = validate(question);
    if (checked.getRcode() == Rcode.SERVFAIL) {
      return Answer.bogus(reason(checked));
    }
    Answer answer = answers.apply(question);
    answer.setAuthentic(checked.getHeader().getFlag(Flags.AD));
    return answer;
  }

  private Message validate(Question question) {
    try {
      ValidatingResolver resolver = new ValidatingResolver(new InMemory(), CLOCK);
      resolver.loadTrustAnchors(
          new ByteArrayInputStream(anchor.get().getBytes(StandardCharsets.US_ASCII)));
      Record asked = Record.newRecord(question.name(), question.type(), DClass.IN);
      return resolver.send(Message.newQuery(asked));
    } catch (IOException e) {
      throw new IllegalStateException("Cannot validate " + question, e);
    }
  }

  private static int reason(Message message) {
    if (message.getOPT() == null) {
      return Answer.NO_REASON;
    }
    return message.getOPT().getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
        .mapToInt(o -> ((ExtendedErrorCodeOption) o).getErrorCode())
        .findFirst()
        .orElse(Answer.NO_REASON);
  }

  /** Asks the recursion, always for signatures. */
  private final class InMemory implements Resolver {
    @Override
    public CompletionStage<Message> sendAsync(Message query, Executor executor) {
      Record asked = query.getQuestion();
      Answer answer = answers.apply(new Question(asked.getName(), asked.getType(), true));
      return CompletableFuture.completedFuture(new Exchange(query, true).message(answer, true));
    }

    @Override
    public void setPort(int port) {}

    @Override
    public void setTCP(boolean flag) {}

    @Override
    public void setIgnoreTruncation(boolean flag) {}

    @Override
    public void setEDNS(int version, int payload, int flags, List<EDNSOption> options) {}

    @Override
    public void setTSIGKey(TSIG key) {}

    @Override
    public void setTimeout(Duration timeout) {}
  }
}
