package dev.shopbell.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The domains on which anybody can have a mailbox (126.com, gmail.com), so that none of them can be
 * a shop's own domain. Immutable; the stock list is data and carries its version.
 */
public final class MailboxProviders {
  private static final String DATA = "mailbox-providers.txt";

  private final Set<DomainName> domains;

  private MailboxProviders(Set<DomainName> domains) {
    this.domains = Set.copyOf(domains);
  }

  /** The list that comes with this library. */
  public static MailboxProviders stock() {
    return Stock.LIST;
  }

  /** This list and more domains, for the providers of a platform's own country. */
  public MailboxProviders with(Collection<DomainName> more) {
    Set<DomainName> all = new HashSet<>(domains);
    all.addAll(more);
    return new MailboxProviders(all);
  }

  /**
   * True when anybody can have a mailbox on the domain. Only the domain itself counts, not one
   * below it.
   */
  public boolean include(DomainName domain) {
    return domains.contains(Objects.requireNonNull(domain, "domain"));
  }

  private static final class Stock {
    static final MailboxProviders LIST = read();

    private static MailboxProviders read() {
      InputStream data =
          Objects.requireNonNull(MailboxProviders.class.getResourceAsStream(DATA), DATA);
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
        return lines
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(DomainName::of)
            .collect(Collectors.collectingAndThen(Collectors.toSet(), MailboxProviders::new));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
