package dev.shopbell.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.Diagnosis;
import dev.shopbell.diagnosis.DnsHost;
import dev.shopbell.diagnosis.DomainExaminer;
import dev.shopbell.diagnosis.DomainReport;
import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.diagnosis.RecordReport;
import dev.shopbell.dns.DnsClient;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.RecordType;
import java.net.IDN;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    description = {
      "Tells what the world sees of domains' records, and what to do.",
      "Reads {\"domain\",\"mailbox\",\"records\":[{\"name\",\"type\",\"value\"}]} a line from standard"
          + " input; answers in that order."
    },
    mixinStandardHelpOptions = true)
final class DomainCheckCommand implements Callable<Integer> {
  private static final Duration FIRST_LOOK = Duration.ofSeconds(30);
  private static final Duration DAY = Duration.ofDays(1);

  @Mixin private final DnsOptions dns = new DnsOptions();

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "16",
      description = "How many domains are looked at together (default: ${DEFAULT-VALUE}).")
  private int concurrency = 16;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "Of the remedies: en, zh-CN or es (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  private final Queue<Look> looks = new ArrayDeque<>();
  private boolean allVerified = true;

  /** A domain that is being looked at, with its records' names as they were given. */
  private record Look(List<String> names, CompletableFuture<DomainReport> report) {}

  @Override
  public Integer call() {
    if (concurrency < 1 || concurrency > 10_000) {
      throw new IllegalArgumentException("--concurrency is " + concurrency + ": give 1 to 10000");
    }
    try (DnsClient client = dns.open()) {
      DomainExaminer examiner =
          new DomainExaminer(client, client.validates(), Clock.systemUTC(), new SecureRandom());
      boolean allRead = JsonLines.read(System.in, line -> look(examiner, line));
      while (!looks.isEmpty()) {
        answer(looks.remove());
      }
      return allRead ? (allVerified ? 0 : 1) : 2;
    }
  }

  private void look(DomainExaminer examiner, JsonNode line) {
    DomainName domain = DomainName.of(text(line, "domain"));
    if (line.hasNonNull("mailbox")) {
      EmailAddress.of(text(line, "mailbox"));
    }
    List<ExpectedRecord> records = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (JsonNode record : line.path("records")) {
      names.add(text(record, "name"));
      records.add(record(DnsName.of(domain), record));
    }
    if (looks.size() >= concurrency) {
      answer(looks.remove());
    }
    looks.add(new Look(names, examiner.examine(DnsName.of(domain), records)));
  }

  private static String text(JsonNode node, String key) {
    if (!node.path(key).isTextual()) {
      throw new IllegalArgumentException(
          "has no text \"%s\": give {\"domain\",\"mailbox\",\"records\":[{\"name\",\"type\",\"value\"}]}"
              .formatted(key));
    }
    return node.get(key).textValue();
  }

  private static boolean isIn(DnsName name, DnsName zone) {
    return zone.labels().size() > 1 && name.isWithin(zone);
  }

  /** Each label as an A-label; underscores stay. */
  private static String ascii(String name) {
    return Stream.of(name.split("[.\u3002\uFF0E\uFF61]", -1))
        .map(label -> label.chars().allMatch(c -> c < 128) ? label : IDN.toASCII(label))
        .collect(Collectors.joining("."));
  }

  /** A name that ends neither with the domain nor with one above it stands relative to it. */
  private static ExpectedRecord record(DnsName domain, JsonNode record) {
    String given = text(record, "name").strip();
    DnsName name = DnsName.of(given.equals("@") ? domain.absolute() : ascii(given));
    String type = record.path("type").asText("CNAME").strip().toUpperCase(Locale.ROOT);
    if (!type.equals("CNAME") && !type.equals("TXT")) {
      throw new IllegalArgumentException(
          "has a record of type \"%s\": give CNAME or TXT".formatted(type));
    }
    boolean full =
        given.endsWith(".") || domain.upwards().stream().anyMatch(zone -> isIn(name, zone));
    return new ExpectedRecord(
        full ? name : name.below(domain), RecordType.valueOf(type), text(record, "value").strip());
  }

  private void answer(Look look) {
    DomainReport report = look.report().join();
    allVerified &= report.verdict() == Verdict.VERIFIED;
    JsonLines.print(json(look, report));
    tell(report);
  }

  private ObjectNode json(Look look, DomainReport report) {
    ObjectNode line =
        JsonLines.JSON
            .createObjectNode()
            .put("domain", report.domain().value())
            .put("state", Words.lower(report.verdict()));
    ArrayNode records = line.putArray("records");
    for (int i = 0; i < report.records().size(); i++) {
      Diagnosis diagnosis = report.records().get(i).diagnosis();
      ObjectNode record =
          records
              .addObject()
              .put("name", look.names().get(i))
              .put("finding", diagnosis.finding().name());
      ArrayNode found = record.putArray("found");
      diagnosis.found().forEach(found::add);
      record.put("remedy", report.records().get(i).remedy(locale()));
    }
    ArrayNode findings = line.putArray("findings");
    report.findings().forEach(finding -> findings.add(finding.finding().name()));
    return line.put("mailbox", report.mailbox().finding().name())
        .put("dmarc", Words.lower(report.dmarc().policy()))
        .put("lookAgainInSeconds", lookAgain(report).toSeconds())
        .put("dnsHost", report.dnsHost().map(DnsHost::id).orElse(null));
  }

  private static Duration lookAgain(DomainReport report) {
    return report.lookAgainAfter().orElse(report.verdict() == Verdict.VERIFIED ? DAY : FIRST_LOOK);
  }

  private void tell(DomainReport report) {
    System.err.println(report.domain() + ": " + Words.lower(report.verdict()));
    for (RecordReport record : report.records()) {
      System.err.println(
          "  "
              + record.record().name()
              + " "
              + record.diagnosis().finding()
              + "\n    "
              + record.remedy(locale()));
    }
    for (Diagnosis finding : report.findings()) {
      System.err.println("  " + finding.finding() + "\n    " + report.remedy(finding, locale()));
    }
  }

  private Locale locale() {
    return Locale.forLanguageTag(language);
  }
}
