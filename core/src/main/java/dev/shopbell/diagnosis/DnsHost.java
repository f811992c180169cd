package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.RecordType;
import dev.shopbell.internal.DataLines;
import dev.shopbell.internal.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who hosts a domain's DNS, with the steps to add a record there. Known by its name servers; the
 * list is data of ours.
 *
 * @param id names it in data, as in {@code cloudflare}
 * @param name as people know it
 */
public record DnsHost(String id, String name) {
  /** Any host that the list does not know. */
  public static final DnsHost GENERIC = new DnsHost("generic", "");

  private static final int STEPS = 6;
  private static final Texts TEXTS = Texts.of(DnsHost.class, "dns-host-steps");
  private static final List<Entry> ENTRIES =
      DataLines.read(DnsHost.class, "dns-hosts.txt").stream().map(Entry::parse).toList();

  public DnsHost {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
  }

  private record Entry(DnsHost host, List<Pattern> suffixes) {
    static Entry parse(String line) {
      String[] parts = line.split("\\s*\\|\\s*", -1);
      return new Entry(
          new DnsHost(parts[0], parts[1]),
          Stream.of(parts[2].strip().split(" +")).map(Entry::suffix).toList());
    }

    /** A star stands for any characters of one label. */
    private static Pattern suffix(String suffix) {
      String escaped = suffix.replace(".", "\\.").replace("*", "[^.]*");
      return Pattern.compile("(.*\\.)?" + escaped);
    }

    boolean serves(List<DnsName> servers) {
      return servers.stream()
          .anyMatch(
              server -> suffixes.stream().anyMatch(one -> one.matcher(server.value()).matches()));
    }
  }

  /** The host behind these name servers; empty when the list does not know it. */
  public static Optional<DnsHost> of(List<DnsName> servers) {
    return ENTRIES.stream().filter(entry -> entry.serves(servers)).map(Entry::host).findFirst();
  }

  /**
   * How to add a record there, a step an entry. The steps are those of a CNAME; of a TXT record
   * only the first is told host by host, since what is easy to get wrong is the same everywhere.
   *
   * @param type CNAME or TXT
   * @param host the record's name relative to the zone
   * @param value what it points to or says, without a dot at its end
   */
  public List<String> steps(Locale locale, RecordType type, String host, String value) {
    return Stream.iterate(1, step -> step <= STEPS, step -> step + 1)
        .map(step -> TEXTS.text(locale, source(type, step) + "." + step, host, value))
        .toList();
  }

  private String source(RecordType type, int step) {
    return type == RecordType.TXT && step > 1 ? "txt" : id;
  }
}
