package dev.shopbell.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.shopbell.diagnosis.DomainExaminer;
import dev.shopbell.diagnosis.DomainReport;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.DnsClient;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsSettings;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.naming.NamingException;
import javax.naming.directory.Attributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Domains a second whose three records are looked up, with what that costs the client: processor
 * time and descriptors. Run by {@code benchmarks/run --main DomainBenchmark}.
 */
final class DomainBenchmark {
  private static final int DOMAINS = 20_000;
  private static final int IN_FLIGHT = 256;
  private static final int WARMING = 3;
  private static final int RUNS = 5;
  private static final List<String> NAMES = List.of("s1._domainkey", "s2._domainkey", "bounce");

  /** As a registry holds them. */
  private static final List<Expected> EXPECTED =
      IntStream.range(0, DOMAINS).mapToObj(DomainBenchmark::expected).toList();

  private final InetSocketAddress server;

  private record Expected(DnsName domain, List<ExpectedRecord> records) {}

  private static Expected expected(int i) {
    DnsName domain = new DnsName("d" + i + ".test");
    return new Expected(
        domain,
        NAMES.stream()
            .map(name -> new DnsName(name).below(domain))
            .map(name -> ExpectedRecord.cname(name, new DnsName(name + ".target.test")))
            .toList());
  }

  private DomainBenchmark(InetSocketAddress server) {
    this.server = server;
  }

  /** Looks 20,000 domains up in each way. */
  public static void main(String[] args) throws Exception {
    Process responder = responder();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(responder.getInputStream(), StandardCharsets.US_ASCII))) {
      int port = Integer.parseInt(out.readLine());
      new DomainBenchmark(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)).run();
    } finally {
      responder.destroy();
    }
  }

  private static Process responder() throws IOException {
    return new ProcessBuilder(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-cp",
            System.getProperty("java.class.path"),
            DnsResponder.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private interface Way {
    /** Looks up so many domains; how many came out right. */
    int look(int domains) throws Exception;
  }

  private void run() throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%-36s %10s %12s %12s %6s%n",
        "",
        "domains/s",
        "CPU us/domain",
        "descriptors",
        "lost");
    DnsSettings settings =
        DnsSettings.of(server)
            .authoritativePort(server.getPort())
            .timeout(Duration.ofSeconds(2), 2);
    try (DnsClient client = DnsClient.open(settings)) {
      DomainExaminer examiner =
          new DomainExaminer(client, false, Clock.systemUTC(), new SplittableRandom(1));
      for (int round = 1; round <= WARMING + RUNS; round++) {
        String name = round <= WARMING ? "warming up, run " + round : "run " + (round - WARMING);
        measure("shopbell, " + name, DOMAINS, count -> shopbell(count, examiner::stands));
      }
      measure(
          "shopbell, in full, with the servers",
          DOMAINS / 5,
          count -> shopbell(count, (domain, records) -> examined(examiner, domain, records)));
    }
    measure("JNDI, in a row", DOMAINS / 4, this::jndi);
    measure("dnsjava Lookup, in a row", DOMAINS / 10, this::lookup);
    ExecutorService two = Executors.newFixedThreadPool(2);
    measure("dnsjava async, two threads", DOMAINS, count -> async(count, two));
    two.shutdown();
    measure(
        "dnsjava async, its own executor",
        DOMAINS / 10,
        count -> async(count, ForkJoinPool.commonPool()));
  }

  private static void measure(String name, int domains, Way way) throws Exception {
    way.look(domains / 4);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Descriptors descriptors = Descriptors.watch();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    int right = way.look(domains);
    double seconds = (System.nanoTime() - start) / 1e9;
    double micros = (system.getProcessCpuTime() - cpu) / 1e3 / domains;
    System.out.printf(
        Locale.ROOT,
        "%-36s %10.0f %12.0f %12d %6d%n",
        name,
        domains / seconds,
        micros,
        descriptors.most(),
        domains - right);
  }

  private static CompletableFuture<Boolean> examined(
      DomainExaminer examiner, DnsName domain, List<ExpectedRecord> records) {
    return examiner
        .examine(domain, records)
        .thenApply(
            report ->
                report.verdict() == DomainReport.Verdict.VERIFIED && report.findings().isEmpty());
  }

  private static int shopbell(
      int count, BiFunction<DnsName, List<ExpectedRecord>, CompletableFuture<Boolean>> look) {
    return inFlight(
        count,
        i -> {
          Expected expected = EXPECTED.get(i);
          return look.apply(expected.domain(), expected.records());
        });
  }

  private interface Look {
    CompletableFuture<Boolean> start(int domain);
  }

  private static int inFlight(int count, Look look) {
    Semaphore free = new Semaphore(IN_FLIGHT);
    AtomicInteger right = new AtomicInteger();
    for (int i = 0; i < count; i++) {
      free.acquireUninterruptibly();
      var unused =
          look.start(i)
              .whenComplete(
                  (stands, failed) -> {
                    if (failed == null && stands) {
                      right.incrementAndGet();
                    }
                    free.release();
                  });
    }
    free.acquireUninterruptibly(IN_FLIGHT);
    return right.get();
  }

  private int async(int count, Executor executor) {
    SimpleResolver resolver = new SimpleResolver(server);
    return inFlight(
        count,
        i -> {
          List<CompletableFuture<Message>> answers =
              questions(i)
                  .map(question -> resolver.sendAsync(question, executor).toCompletableFuture())
                  .toList();
          return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
              .thenApply(
                  done ->
                      answers.stream().allMatch(answer -> !answer.join().getSection(1).isEmpty()));
        });
  }

  private static Stream<Message> questions(int domain) {
    return NAMES.stream()
        .map(name -> Message.newQuery(Record.newRecord(name(name, domain), Type.CNAME, DClass.IN)));
  }

  private static Name name(String name, int domain) {
    try {
      return Name.fromString(name + ".d" + domain + ".test.");
    } catch (TextParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private int lookup(int count) {
    SimpleResolver resolver = new SimpleResolver(server);
    int right = 0;
    for (int i = 0; i < count; i++) {
      int domain = i;
      right += NAMES.stream().allMatch(name -> found(resolver, name(name, domain))) ? 1 : 0;
    }
    return right;
  }

  private static boolean found(SimpleResolver resolver, Name name) {
    Lookup lookup = new Lookup(name, Type.CNAME);
    lookup.setResolver(resolver);
    lookup.setCache(null);
    return lookup.run() != null;
  }

  @SuppressWarnings({"BanJNDI", "JdkObsolete"})
  private int jndi(int count) throws NamingException {
    Hashtable<String, String> settings = new Hashtable<>();
    settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
    settings.put("java.naming.provider.url", "dns://127.0.0.1:" + server.getPort());
    DirContext context = new InitialDirContext(settings);
    int right = 0;
    for (int i = 0; i < count; i++) {
      int found = 0;
      for (String name : NAMES) {
        Attributes answer =
            context.getAttributes(name + ".d" + i + ".test", new String[] {"CNAME"});
        found += answer.size();
      }
      right += found == NAMES.size() ? 1 : 0;
    }
    context.close();
    return right;
  }
}
