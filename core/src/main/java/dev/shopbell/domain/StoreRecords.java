package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.DnsName;
import dev.shopbell.domain.DomainClaim.Basis;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the records that a store must publish on a domain, proof of ownership included. */
final class StoreRecords {
  private static final int IN_NAME = 8;
  private static final int IN_VALUE = 26;

  private final SigningKeys keys;
  private final RecordSet recordSet;

  StoreRecords(SigningKeys keys, RecordSet recordSet) {
    this.keys = keys;
    this.recordSet = recordSet;
  }

  List<ExpectedRecord> of(DomainClaim claim) {
    return of(claim.store(), claim.domain(), claim.basis());
  }

  List<ExpectedRecord> of(StoreId store, DomainName domain, Basis basis) {
    DomainTokens tokens = tokens(store, domain, basis);
    List<ExpectedRecord> own = recordSet.records(domain, tokens);
    if (own.isEmpty()) {
      throw new IllegalStateException(
          "the record set gives no record for " + domain + ": any domain would count as verified");
    }
    List<ExpectedRecord> records = new ArrayList<>();
    basis.proof().ifPresent(claimed -> records.add(proof(claimed, tokens)));
    records.addAll(own);
    return records;
  }

  /**
   * Proves that whoever publishes below a domain may write into the domain itself. Each store has a
   * name of its own, so that none is told to delete another's.
   */
  private static ExpectedRecord proof(DomainName claimed, DomainTokens tokens) {
    return ExpectedRecord.txt(
        new DnsName("_shopbell-" + tokens.token("proof-name", IN_NAME)).below(DnsName.of(claimed)),
        "shopbell-verification=" + tokens.token("proof", IN_VALUE));
  }

  /** The host that bounces of the claim's mail come back to. */
  Optional<DomainName> returnPath(DomainClaim claim) {
    return recordSet.returnPath(
        claim.domain(), tokens(claim.store(), claim.domain(), claim.basis()));
  }

  /** True when the key is kept that the claim's tokens were made with. */
  boolean hasKey(DomainClaim claim) {
    return keys.has(claim.basis().keyId());
  }

  private DomainTokens tokens(StoreId store, DomainName domain, Basis basis) {
    return new DomainTokens(keys, basis.keyId(), store, domain);
  }
}
