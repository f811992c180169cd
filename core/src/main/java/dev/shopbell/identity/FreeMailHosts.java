package dev.shopbell.identity;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.internal.DataLines;
import java.util.List;
import java.util.stream.Stream;

/** Tells the servers of free mail ({@code smtp.qq.com}) from those of a business mailbox. */
final class FreeMailHosts {
  /** Hosts below a public provider's domain that serve mailboxes on a company's own. */
  private static final List<DomainName> BUSINESS =
      DataLines.read(FreeMailHosts.class, "business-mail-hosts.txt").stream()
          .map(DomainName::of)
          .toList();

  private FreeMailHosts() {}

  /** True when the host is a public provider's, or stands below its domain. */
  static boolean include(String host, MailboxProviders providers) {
    List<DomainName> names = names(host);
    return names.stream().noneMatch(BUSINESS::contains)
        && names.stream().anyMatch(providers::include);
  }

  /** The host and the domains above it; none for an IP address or a single label. */
  private static List<DomainName> names(String host) {
    try {
      return Stream.iterate(DomainName.of(host).value(), FreeMailHosts::above)
          .takeWhile(name -> name.contains("."))
          .map(DomainName::new)
          .toList();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static String above(String name) {
    return name.substring(name.indexOf('.') + 1);
  }
}
