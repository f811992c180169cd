package dev.shopbell.dns;

import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsAnswer.Negative;
import dev.shopbell.dns.DnsAnswer.NoSuchName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.dnssec.ValidatingResolver;

/**
 * Asks by UDP, and by TCP where an answer is cut short, through dnsjava; nothing is cached. It has
 * a few threads of its own, since dnsjava without an executor starts a thread a question on a small
 * machine.
 */
public final class DnsClient implements Dns, AutoCloseable {
  /** Fits every path unbroken (the DNS flag day of 2020). */
  private static final OPTRecord EDNS = new OPTRecord(1_232, 0, 0);

  /** dnsjava looks for what is late once a second. */
  private static final Duration LATE = Duration.ofMillis(1_500);

  private final DnsSettings settings;
  private final ExecutorService threads;
  private final Deadlines deadlines;
  private final InFlight toResolvers;
  private final InFlight toZones;
  private final List<Resolver> recursive;
  private final List<Resolver> validating;

  private DnsClient(DnsSettings settings) {
    this.settings = settings;
    int zones = Math.max(1, settings.inFlight() / 3);
    this.toZones = new InFlight(zones);
    this.toResolvers = new InFlight(Math.max(1, settings.inFlight() - zones));
    this.recursive = settings.resolvers().stream().map(this::resolver).toList();
    this.validating =
        settings.trustAnchors().isBlank()
            ? List.of()
            : settings.resolvers().stream().map(this::validating).toList();
    this.threads =
        Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors() / 2),
            Threads.named("shopbell-dns"));
    this.deadlines = new Deadlines(settings.timeout().multipliedBy(2).plus(LATE));
  }

  /**
   * A client with these settings.
   *
   * @throws IllegalArgumentException when they name no resolver, or trust anchors that cannot be
   *     read
   */
  public static DnsClient open(DnsSettings settings) {
    if (settings.resolvers().isEmpty()) {
      throw new IllegalArgumentException(
          "there is no DNS resolver: this system names none, give its address");
    }
    return new DnsClient(settings);
  }

  /** True when it checks signatures itself. */
  public boolean validates() {
    return !validating.isEmpty();
  }

  @Override
  public CompletableFuture<DnsAnswer> ask(DnsQuestion question) {
    CompletableFuture<DnsAnswer> answer = new CompletableFuture<>();
    Name name;
    try {
      name = Name.fromString(question.name().absolute());
    } catch (TextParseException e) {
      answer.complete(new NoSuchName(new Negative(Optional.empty(), 0)));
      return answer;
    }
    boolean edns = question.server().kind() != DnsServer.Kind.VALIDATED;
    gate(question).start(answer, () -> attempt(new Exchange(question, name, answer), 1, edns));
    return answer;
  }

  /** Silent servers of somebody's zone keep no resolver from being asked. */
  private InFlight gate(DnsQuestion question) {
    return question.server().isAuthoritative() ? toZones : toResolvers;
  }

  private record Exchange(DnsQuestion question, Name name, CompletableFuture<DnsAnswer> answer) {}

  /** A new message each time, so that each attempt has an id of its own. */
  private static Message query(Exchange exchange, boolean edns) {
    DnsQuestion question = exchange.question();
    Message query =
        Message.newQuery(Record.newRecord(exchange.name(), question.type().code(), DClass.IN));
    if (edns) {
      query.addRecord(EDNS, Section.ADDITIONAL);
    }
    switch (question.server().kind()) {
      case AUTHORITATIVE -> query.getHeader().unsetFlag(Flags.RD);
      case UNCHECKED -> query.getHeader().setFlag(Flags.CD);
      case RECURSIVE, VALIDATED -> {}
    }
    return query;
  }

  private void attempt(Exchange exchange, int number, boolean edns) {
    try {
      CompletableFuture<Message> answer =
          server(exchange.question().server(), number)
              .sendAsync(query(exchange, edns), threads)
              .toCompletableFuture();
      deadlines.watch(answer);
      CompletionStage<Message> handled = answer;
      handled.whenComplete((message, failed) -> answered(exchange, number, edns, message, failed));
    } catch (RuntimeException e) {
      finish(exchange, Answers.failed(Failure.SERVER_FAILURE));
    }
  }

  private void answered(
      Exchange exchange,
      int number,
      boolean edns,
      @Nullable Message message,
      @Nullable Throwable failed) {
    if (message == null) {
      failed(exchange, number, edns, failed);
    } else if (edns && message.getRcode() == Rcode.FORMERR) {
      attempt(exchange, number, false);
    } else {
      read(exchange, number, edns, Answers.read(exchange.question(), message));
    }
  }

  /** What one resolver cannot say, the next one may. */
  private void read(Exchange exchange, int number, boolean edns, DnsAnswer answer) {
    boolean others =
        !exchange.question().server().isAuthoritative() && settings.resolvers().size() > 1;
    boolean again = others && answer.equals(Answers.failed(Failure.SERVER_FAILURE));
    if (again && number < settings.attempts()) {
      attempt(exchange, number + 1, edns);
    } else {
      finish(exchange, answer);
    }
  }

  private void failed(Exchange exchange, int number, boolean edns, @Nullable Throwable cause) {
    if (number < settings.attempts() && !exchange.answer().isDone()) {
      attempt(exchange, number + 1, edns);
    } else {
      finish(exchange, Answers.failed(failure(cause)));
    }
  }

  private static Failure failure(@Nullable Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
      return Failure.TIMEOUT;
    }
    return cause instanceof PortUnreachableException
            || cause instanceof ConnectException
            || cause instanceof NoRouteToHostException
        ? Failure.UNREACHABLE
        : Failure.SERVER_FAILURE;
  }

  private void finish(Exchange exchange, DnsAnswer answer) {
    gate(exchange.question()).done();
    exchange.answer().complete(answer);
  }

  /**
   * The server for this attempt; where there are several resolvers, each attempt takes the next.
   */
  private Resolver server(DnsServer server, int number) {
    if (server.address().isPresent()) {
      return resolver(new InetSocketAddress(server.address().get(), settings.authoritativePort()));
    }
    List<Resolver> resolvers =
        server.kind() == DnsServer.Kind.VALIDATED && validates() ? validating : recursive;
    return resolvers.get((number - 1) % resolvers.size());
  }

  private Resolver resolver(InetSocketAddress address) {
    SimpleResolver resolver = new SimpleResolver(address);
    resolver.setTimeout(settings.timeout());
    resolver.setEDNS(-1);
    return resolver;
  }

  private Resolver validating(InetSocketAddress address) {
    ValidatingResolver resolver = new ValidatingResolver(resolver(address), settings.clock());
    resolver.setEDNS(0, EDNS.getPayloadSize(), ExtendedFlags.DO, List.of());
    try {
      resolver.loadTrustAnchors(
          new ByteArrayInputStream(settings.trustAnchors().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw badAnchors(e);
    }
    if (resolver.getTrustAnchors().items().isEmpty()) {
      throw badAnchors(null);
    }
    return resolver;
  }

  private static IllegalArgumentException badAnchors(@Nullable IOException cause) {
    return new IllegalArgumentException(
        "the trust anchors are not DS or DNSKEY records in the form of a zone file, as in"
            + " \". IN DS 20326 8 2 e06d44b8...\"",
        cause);
  }

  /** Stops its threads; questions under way are not answered. */
  @Override
  public void close() {
    threads.shutdown();
    deadlines.close();
  }
}
