package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.DnsName;
import dev.shopbell.internal.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Three CNAME records: two DKIM selectors, so that keys can be changed without the merchant, and a
 * return path. Their names hold a token too, since two stores may share a domain, and a selector
 * that two stores share breaks both.
 *
 * @param platform the platform's domain, below which the targets stand; 219 characters at most
 */
public record ThreeCnames(DomainName platform) implements RecordSet {
  private static final int IN_NAME = 8;
  private static final int IN_VALUE = 26;

  /** What is left of a name's 253 characters below {@code s12345678._domainkey.} */
  private static final int LONGEST_DOMAIN = 253 - 21;

  /** The same before a token of 26 characters and {@code .bounce.} */
  private static final int LONGEST_PLATFORM = 253 - 34;

  public ThreeCnames {
    Objects.requireNonNull(platform, "platform");
    fits(platform, LONGEST_PLATFORM);
  }

  @Override
  public List<ExpectedRecord> records(DomainName domain, DomainTokens tokens) {
    fits(domain, LONGEST_DOMAIN);
    return List.of(
        dkim("dkim1", domain, tokens),
        dkim("dkim2", domain, tokens),
        ExpectedRecord.cname(returnPathName(domain, tokens), target("bounce", "bounce", tokens)));
  }

  private static void fits(DomainName domain, int longest) {
    if (domain.value().length() > longest) {
      throw new IllegalArgumentException(
          "domain %s has %s characters, and the names of its records would be too long: use one of at most %s"
              .formatted(Text.quoted(domain.value()), domain.value().length(), longest));
    }
  }

  private ExpectedRecord dkim(String use, DomainName domain, DomainTokens tokens) {
    DnsName selector = new DnsName("s" + tokens.token(use + "-name", IN_NAME) + "._domainkey");
    return ExpectedRecord.cname(selector.below(DnsName.of(domain)), target(use, "dkim", tokens));
  }

  private DnsName target(String use, String zone, DomainTokens tokens) {
    return new DnsName(tokens.token(use, IN_VALUE) + "." + zone).below(DnsName.of(platform));
  }

  private static DnsName returnPathName(DomainName domain, DomainTokens tokens) {
    return new DnsName("bounce-" + tokens.token("bounce-name", IN_NAME)).below(DnsName.of(domain));
  }

  @Override
  public Optional<DomainName> returnPath(DomainName domain, DomainTokens tokens) {
    return Optional.of(DomainName.of(returnPathName(domain, tokens).value()));
  }
}
