package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.DnsName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Three CNAME records: two DKIM selectors, so that keys can be changed without the merchant, and a
 * return path. Their names hold a token too, since two stores may share a domain, and a selector
 * that two stores share breaks both.
 *
 * @param platform the platform's domain, below which the targets stand
 */
public record ThreeCnames(DomainName platform) implements RecordSet {
  private static final int IN_NAME = 8;
  private static final int IN_VALUE = 26;

  public ThreeCnames {
    Objects.requireNonNull(platform, "platform");
  }

  @Override
  public List<ExpectedRecord> records(DomainName domain, DomainTokens tokens) {
    return List.of(
        dkim("dkim1", domain, tokens),
        dkim("dkim2", domain, tokens),
        ExpectedRecord.cname(returnPathName(domain, tokens), target("bounce", "bounce", tokens)));
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
