package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Found;
import dev.shopbell.dns.DnsAnswer.NoSuchName;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsRecord;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.RecordType;
import dev.shopbell.internal.TagList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a domain's DMARC policy by walking up the tree (RFC 9989, section 4.10). That finds the
 * organizational domain of RFC 7489 as well, without a list of public suffixes.
 */
final class DmarcWalk {
  private static final int MOST_STEPS = 8;
  private static final DnsName LABEL = new DnsName("_dmarc");

  private final Evidence evidence;

  DmarcWalk(Evidence evidence) {
    this.evidence = evidence;
  }

  private record Policy(DnsName at, Map<String, String> tags) {
    boolean says(String tag, String value) {
      return tags.getOrDefault(tag, "").equalsIgnoreCase(value);
    }
  }

  Dmarc of(DnsName domain) {
    List<DnsName> steps = steps(domain);
    evidence.expect(DnsServer.RECURSIVE, steps.stream().map(LABEL::below).toList(), RecordType.TXT);
    List<Policy> found = new ArrayList<>();
    for (DnsName step : steps) {
      boolean registry = step.labels().size() == 1;
      if (ask(step) instanceof CouldNotAsk && found.isEmpty() && !registry) {
        return new Dmarc(DmarcPolicy.UNKNOWN, false, false, domain);
      }
      Optional<Policy> policy = only(step);
      policy.ifPresent(found::add);
      if (policy.filter(one -> one.says("psd", "n") || one.says("psd", "y")).isPresent()) {
        break;
      }
    }
    return decide(domain, found);
  }

  /** The names with several records, of which receivers take none. */
  List<DnsName> withSeveral(DnsName domain) {
    return steps(domain).stream().filter(step -> texts(step).size() > 1).map(LABEL::below).toList();
  }

  private static List<DnsName> steps(DnsName domain) {
    List<DnsName> up = domain.upwards();
    if (up.size() < MOST_STEPS) {
      return up;
    }
    List<DnsName> steps = new ArrayList<>(List.of(domain));
    steps.addAll(up.subList(up.size() - MOST_STEPS + 1, up.size()));
    return steps;
  }

  private DnsAnswer ask(DnsName name) {
    return evidence.ask(DnsServer.RECURSIVE, LABEL.below(name), RecordType.TXT);
  }

  private List<String> texts(DnsName name) {
    return ask(name) instanceof Found found
        ? found.of(RecordType.TXT).stream()
            .map(DnsRecord::value)
            .filter(text -> text.matches("(?s)v\\s*=\\s*DMARC1\\s*(;.*)?"))
            .toList()
        : List.of();
  }

  private Optional<Policy> only(DnsName name) {
    List<String> texts = texts(name);
    return texts.size() == 1
        ? Optional.of(new Policy(name, TagList.parse(texts.get(0))))
        : Optional.empty();
  }

  private Dmarc decide(DnsName domain, List<Policy> found) {
    if (found.isEmpty()) {
      return new Dmarc(DmarcPolicy.MISSING, false, false, domain);
    }
    DnsName organization = organization(domain, found);
    Policy applied =
        found.stream()
            .filter(policy -> policy.at().equals(domain))
            .findFirst()
            .or(() -> found.stream().filter(one -> one.at().equals(organization)).findFirst())
            .orElse(found.get(found.size() - 1));
    return new Dmarc(
        policy(applied, domain),
        applied.says("adkim", "s"),
        applied.says("aspf", "s"),
        organization);
  }

  private static DnsName organization(DnsName domain, List<Policy> found) {
    Policy last = found.get(found.size() - 1);
    if (!last.says("psd", "y") || last.at().equals(domain)) {
      return last.at();
    }
    List<DnsName> up = domain.upwards();
    return up.get(up.indexOf(last.at()) - 1);
  }

  private DmarcPolicy policy(Policy applied, DnsName domain) {
    Map<String, String> tags = applied.tags();
    String wanted = tags.getOrDefault("p", "");
    if (!applied.at().equals(domain)) {
      wanted = tags.getOrDefault("sp", wanted);
      if (evidence.ask(DnsServer.RECURSIVE, domain, RecordType.NS) instanceof NoSuchName) {
        wanted = tags.getOrDefault("np", wanted);
      }
    }
    DmarcPolicy policy =
        switch (wanted.toLowerCase(Locale.ROOT)) {
          case "none" -> DmarcPolicy.NONE;
          case "quarantine" -> DmarcPolicy.QUARANTINE;
          case "reject" -> DmarcPolicy.REJECT;
          default -> tags.containsKey("rua") ? DmarcPolicy.NONE : DmarcPolicy.MISSING;
        };
    return applied.says("t", "y") ? milder(policy) : policy;
  }

  /** While a policy is tested, receivers apply the next milder one. */
  private static DmarcPolicy milder(DmarcPolicy policy) {
    return policy == DmarcPolicy.REJECT
        ? DmarcPolicy.QUARANTINE
        : policy == DmarcPolicy.QUARANTINE ? DmarcPolicy.NONE : policy;
  }
}
