package dev.shopbell.testkit.dns;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;

/** Takes the octets of a query, and answers as the server's zones and its script say. */
final class Responder {
  private static final Logger LOG = Logger.getLogger(Responder.class.getName());

  private final Function<Exchange, Answer> answers;
  private final BooleanSupplier recursive;
  private final FaultBook faults;
  private final QuestionCount asked;
  private final Executor waiting;

  /** With what the server knows. */
  Responder(
      Function<Exchange, Answer> answers,
      BooleanSupplier recursive,
      FaultBook faults,
      QuestionCount asked,
      Executor waiting) {
    this.answers = answers;
    this.recursive = recursive;
    this.faults = faults;
    this.asked = asked;
    this.waiting = waiting;
  }

  void respond(byte[] octets, boolean tcp, ReplySink sink) {
    try {
      Message query = new Message(octets);
      if (!query.getHeader().getFlag(Flags.QR)) {
        respondInAnyCase(new Exchange(query, tcp), query.getHeader(), sink);
      }
    } catch (IOException e) {
      refuseMalformed(octets, sink);
    }
  }

  /** A defect of ours is an answer too: the thread must live, and the test must see it. */
  private void respondInAnyCase(Exchange exchange, Header header, ReplySink sink) {
    try {
      respond(exchange, header, sink);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A question could not be answered", e);
      send(exchange, failure(exchange, Rcode.SERVFAIL), sink);
    }
  }

  private void respond(Exchange exchange, Header header, ReplySink sink) {
    if (header.getOpcode() != Opcode.QUERY) {
      send(exchange, failure(exchange, Rcode.NOTIMP), sink);
    } else if (header.getCount(0) != 1) {
      send(exchange, failure(exchange, Rcode.FORMERR), sink);
    } else {
      Question question = exchange.question();
      asked.count(question, exchange.isTcp());
      Optional<DnsFault> fault = faults.take(question, exchange.isTcp());
      if (fault.isEmpty()) {
        send(exchange, usual(exchange), sink);
      } else {
        misbehave(exchange, fault.get(), sink);
      }
    }
  }

  private void misbehave(Exchange exchange, DnsFault fault, ReplySink sink) {
    switch (fault.kind()) {
      case SILENCE -> {}
      case RCODE -> send(exchange, failure(exchange, fault.number()), sink);
      case BOGUS -> send(exchange, bogus(exchange), sink);
      case NO_EDNS -> send(exchange, withoutEdns(exchange), sink);
      case TRUNCATED -> send(exchange, BadMessages.truncated(usual(exchange)), sink);
      case NOT_AUTHORITATIVE -> send(exchange, withoutAuthority(exchange), sink);
      case WRONG_QUESTION -> send(exchange, BadMessages.otherQuestion(usual(exchange)), sink);
      case WRONG_ID -> sink.send(BadMessages.otherId(exchange.encode(usual(exchange))));
      case GARBAGE -> sink.send(BadMessages.garbage(exchange.encode(usual(exchange))));
      case ENDLESS -> endless(exchange, sink);
      case RECORDS -> flood(exchange, fault.number(), sink);
      case HELD -> waiting.execute(() -> sendLater(exchange, fault, sink));
    }
  }

  private void sendLater(Exchange exchange, DnsFault fault, ReplySink sink) {
    try {
      fault.await();
      send(exchange, usual(exchange), sink);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endless(Exchange exchange, ReplySink sink) {
    Message usual = usual(exchange);
    if (exchange.isTcp()) {
      sink.trickle(exchange.encode(usual));
    } else {
      send(exchange, BadMessages.truncated(usual), sink);
    }
  }

  private void flood(Exchange exchange, int count, ReplySink sink) {
    Message head = failure(exchange, Rcode.NOERROR);
    if (exchange.isTcp()) {
      head.removeAllRecords(3);
      sink.send(BadMessages.flood(head.toWire(), exchange.question().type(), count));
    } else {
      send(exchange, BadMessages.truncated(head), sink);
    }
  }

  private Message usual(Exchange exchange) {
    return exchange.message(answers.apply(exchange), recursive.getAsBoolean());
  }

  private Message failure(Exchange exchange, int rcode) {
    return exchange.message(Answer.of(rcode), recursive.getAsBoolean());
  }

  private Message bogus(Exchange exchange) {
    Answer bogus = Answer.bogus(ExtendedErrorCodeOption.DNSSEC_BOGUS);
    return exchange.has(Flags.CD)
        ? usual(exchange)
        : exchange.message(bogus, recursive.getAsBoolean());
  }

  private Message withoutEdns(Exchange exchange) {
    return exchange.hasEdns() ? exchange.malformed() : usual(exchange);
  }

  private Message withoutAuthority(Exchange exchange) {
    Message message = usual(exchange);
    message.getHeader().unsetFlag(Flags.AA);
    return message;
  }

  private static void send(Exchange exchange, Message message, ReplySink sink) {
    sink.send(exchange.encode(message));
  }

  /** Answers a message that cannot be read, where it has at least an id to answer to. */
  private static void refuseMalformed(byte[] octets, ReplySink sink) {
    if (octets.length >= Header.LENGTH && octets[2] >= 0) {
      Message refusal = new Message(((octets[0] & 0xFF) << 8) | (octets[1] & 0xFF));
      refusal.getHeader().setFlag(Flags.QR);
      refusal.getHeader().setRcode(Rcode.FORMERR);
      sink.send(refusal.toWire());
    }
  }
}
