package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.Found;
import dev.shopbell.dns.DnsAnswer.NoSuchName;
import dev.shopbell.dns.DnsAnswer.NoSuchRecord;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsRecord;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Grades a domain's SPF record (RFC 7208): how many look-ups it costs through its includes, how
 * many of them find nothing, and whom it lets send.
 */
final class Spf {
  private static final int MOST_LOOKUPS = 10;
  private static final int MOST_VOID = 2;

  /** Where counting ends: includes may lead in a circle. */
  private static final int COUNTED = 40;

  private static final Pattern TERM =
      Pattern.compile("([+?~-]?)([A-Za-z][A-Za-z0-9_.-]*)(?:([:=])([^\\s/]*))?(/\\S*)?");
  private static final Set<String> MECHANISMS =
      Set.of("all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists");

  private final Evidence evidence;
  private int lookups;
  private int nothing;
  private boolean invalid;

  Spf(Evidence evidence) {
    this.evidence = evidence;
  }

  List<Diagnosis> check(DnsName domain) {
    List<String> records = records(domain);
    if (records.isEmpty()) {
      return List.of();
    }
    if (records.size() > 1) {
      return List.of(Diagnosis.of(Finding.SPF_MULTIPLE, records));
    }
    String record = records.get(0);
    count(domain, record);
    List<Diagnosis> findings = new ArrayList<>();
    if (lookups > MOST_LOOKUPS) {
      findings.add(grade(Finding.SPF_TOO_MANY_LOOKUPS, record, String.valueOf(lookups)));
    } else if (nothing > MOST_VOID) {
      findings.add(grade(Finding.SPF_TOO_MANY_VOID_LOOKUPS, record, String.valueOf(nothing)));
    }
    if (invalid) {
      findings.add(grade(Finding.SPF_INVALID, record, ""));
    }
    if (passesAll(record)) {
      findings.add(grade(Finding.SPF_PASSES_ALL, record, ""));
    }
    return findings;
  }

  private static Diagnosis grade(Finding finding, String record, String detail) {
    return Diagnosis.of(finding, record).detail(detail);
  }

  private static boolean passesAll(String record) {
    return terms(record).stream().anyMatch(term -> term.matches("(?i)\\+?all"));
  }

  private static List<String> terms(String record) {
    return List.of(record.strip().split("\\s+")).stream().skip(1).toList();
  }

  private List<String> records(DnsName name) {
    return evidence.ask(DnsServer.RECURSIVE, name, RecordType.TXT) instanceof Found found
        ? found.of(RecordType.TXT).stream()
            .map(DnsRecord::value)
            .filter(text -> text.toLowerCase(Locale.ROOT).matches("(?s)v=spf1(\\s.*)?"))
            .toList()
        : List.of();
  }

  private void count(DnsName domain, String record) {
    List<String> terms = terms(record);
    boolean all = terms.stream().anyMatch(term -> term.matches("(?i)[+?~-]?all"));
    for (String term : terms) {
      Matcher match = TERM.matcher(term);
      if (!match.matches()) {
        invalid = true;
      } else {
        count(domain, match, all);
      }
      if (term.matches("(?i)[+?~-]?all")) {
        return;
      }
    }
  }

  private void count(DnsName domain, Matcher term, boolean all) {
    String name = term.group(2).toLowerCase(Locale.ROOT);
    boolean modifier = "=".equals(term.group(3));
    DnsName target = term.group(4) == null ? domain : DnsName.of(term.group(4));
    if (!modifier && !MECHANISMS.contains(name)) {
      invalid = true;
    } else if (modifier ? name.equals("redirect") && !all : name.equals("include")) {
      include(target);
    } else if (!modifier) {
      switch (name) {
        case "a", "exists" -> lookUp(target, RecordType.A);
        case "mx" -> lookUp(target, RecordType.MX);
        case "ptr" -> lookups++;
        default -> {}
      }
    }
  }

  private void include(DnsName target) {
    DnsAnswer answer = lookUp(target, RecordType.TXT);
    if (answer == null) {
      return;
    }
    List<String> records = records(target);
    if (records.size() == 1) {
      count(target, records.get(0));
    } else if (!(answer instanceof DnsAnswer.CouldNotAsk)) {
      invalid = true;
    }
  }

  /** Counts a look-up; its answer, or null where a macro or the end of counting hides it. */
  private @Nullable DnsAnswer lookUp(DnsName name, RecordType type) {
    lookups++;
    if (lookups > COUNTED || name.value().contains("%")) {
      return null;
    }
    DnsAnswer answer = evidence.ask(DnsServer.RECURSIVE, name, type);
    if (answer instanceof NoSuchName || answer instanceof NoSuchRecord) {
      nothing++;
    }
    return answer;
  }
}
