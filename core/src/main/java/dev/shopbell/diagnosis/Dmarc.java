package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsName;
import java.util.Objects;

/**
 * The DMARC policy that applies to a domain (RFC 9989).
 *
 * @param policy what receivers are asked to do
 * @param strictDkim whether the signing domain must be the very one in From ({@code adkim=s})
 * @param strictSpf the same for the return path ({@code aspf=s})
 * @param organization the organizational domain: what relaxed alignment compares
 */
public record Dmarc(
    DmarcPolicy policy, boolean strictDkim, boolean strictSpf, DnsName organization) {
  public Dmarc {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(organization, "organization");
  }
}
