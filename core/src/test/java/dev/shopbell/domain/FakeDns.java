package dev.shopbell.domain;

import dev.shopbell.dns.Dns;
import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsAnswer.Found;
import dev.shopbell.dns.DnsAnswer.Negative;
import dev.shopbell.dns.DnsAnswer.NoSuchName;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsQuestion;
import dev.shopbell.dns.DnsRecord;
import dev.shopbell.dns.RecordType;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers texts that it was given, at once or when told to, and knows no other name. */
final class FakeDns implements Dns {
  final Map<DnsName, String> texts = new ConcurrentHashMap<>();
  final AtomicInteger asked = new AtomicInteger();
  final Queue<Runnable> held = new ArrayDeque<>();
  volatile boolean holds;
  volatile boolean fails;

  @Override
  public CompletableFuture<DnsAnswer> ask(DnsQuestion question) {
    asked.incrementAndGet();
    CompletableFuture<DnsAnswer> answer = new CompletableFuture<>();
    if (holds) {
      held.add(() -> answer.complete(answer(question)));
    } else {
      answer.complete(answer(question));
    }
    return answer;
  }

  /** Gives every answer that was held back, and those that follow from them. */
  void answer() {
    holds = false;
    while (!held.isEmpty()) {
      held.remove().run();
    }
  }

  private DnsAnswer answer(DnsQuestion question) {
    if (fails) {
      return new CouldNotAsk(Failure.TIMEOUT);
    }
    String text = texts.get(question.name());
    return text == null || question.type() != RecordType.TXT
        ? new NoSuchName(new Negative(Optional.empty(), 300))
        : new Found(List.of(new DnsRecord(question.name(), RecordType.TXT, text, 300)));
  }
}
