package dev.shopbell.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DnsHost;
import dev.shopbell.diagnosis.DnsZone;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.DnsClient;
import dev.shopbell.dns.DnsName;
import dev.shopbell.domain.DomainClaim.Basis;
import dev.shopbell.domain.DomainSetup;
import dev.shopbell.domain.DomainVerifier;
import dev.shopbell.domain.SetupRefusal;
import dev.shopbell.domain.SetupRefusal.Reason;
import dev.shopbell.domain.SetupResult;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "setup",
    description = {
      "Tells which records a store publishes to send as its own domain.",
      "One line of JSON, and step by step for people."
    },
    mixinStandardHelpOptions = true)
final class DomainSetupCommand implements Callable<Integer> {
  /** Everybody can read it here, so that nothing made with it is a secret. */
  private static final SigningKeys TRIAL =
      SigningKeys.of("trial", Credential.of("c2hvcGJlbGwtdHJpYWwta2V5LW5vdC1hLXNlY3JldC0wMQ=="));

  @Mixin private final DnsOptions dns = new DnsOptions();

  @Option(names = "--store", required = true, paramLabel = "ID", description = "The store's id.")
  private String store = "";

  @Option(
      names = "--mailbox",
      required = true,
      paramLabel = "ADDRESS",
      description = "Its contact mailbox.")
  private String mailbox = "";

  @Option(
      names = "--platform-domain",
      paramLabel = "D",
      defaultValue = "platform.example",
      description = "The platform's own domain (default: ${DEFAULT-VALUE}).")
  private String platform = "platform.example";

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "The platform's signing keys: lines of an id and a secret, the last signs.")
  private @Nullable Path keys;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "Of the steps: en, zh-CN or es (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Override
  public Integer call() {
    StoreId id = new StoreId(store);
    EmailAddress address = EmailAddress.of(mailbox);
    try (DnsClient client = dns.open()) {
      DomainVerifier verifier =
          DomainVerifier.builder(DomainName.of(platform), keys()).dns(client).build();
      SetupResult result = verifier.setupNow(id, address);
      if (result instanceof SetupRefusal refusal) {
        return refused(refusal, verifier, id, address);
      }
      DomainSetup setup = (DomainSetup) result;
      print(setup, "OK");
      tell(setup);
      return 0;
    }
  }

  private SigningKeys keys() {
    if (keys == null) {
      System.err.println(
          "Without --keys the tokens are made with a key that everybody knows: for trying only.");
      return TRIAL;
    }
    return SigningKeys.parse(DnsOptions.lines("--keys", keys));
  }

  /** The records are shown all the same where it is only the mail service that is missing. */
  private int refused(
      SetupRefusal refusal, DomainVerifier verifier, StoreId id, EmailAddress address) {
    System.err.println(refusal.text(Locale.forLanguageTag(language)));
    List<ExpectedRecord> records =
        refusal.reason() == Reason.PUBLIC_PROVIDER
            ? List.of()
            : verifier.records(id, address.domain());
    DnsZone nobody = new DnsZone(DnsName.of(address.domain()), Optional.empty());
    print(
        new DomainSetup(
            id, address, new Basis("", Optional.empty()), records, nobody, Optional.empty()),
        refusal.reason() == Reason.PUBLIC_PROVIDER
            ? refusal.reason().name()
            : refusal.mailbox().finding().name());
    return refusal.reason() == Reason.PUBLIC_PROVIDER || dns.resolver != null ? 1 : 0;
  }

  private static void print(DomainSetup setup, String found) {
    ObjectNode line = JsonLines.JSON.createObjectNode().put("domain", setup.domain().value());
    ArrayNode records = line.putArray("records");
    for (ExpectedRecord record : setup.records()) {
      records
          .addObject()
          .put("name", record.name().value())
          .put("host", setup.host(record))
          .put("type", record.type().name())
          .put("value", record.value());
    }
    line.put("dnsHost", setup.zone().host().map(DnsHost::id).orElse(null));
    JsonLines.print(line.put("mailbox", found));
  }

  private void tell(DomainSetup setup) {
    Locale locale = Locale.forLanguageTag(language);
    setup.sharing().ifPresent(shared -> System.err.println(shared.text(locale)));
    for (ExpectedRecord record : setup.records()) {
      System.err.println(record.type() + " " + record.name());
      int number = 0;
      for (String step : setup.steps(record, locale)) {
        System.err.println("  " + ++number + ". " + step);
      }
    }
  }
}
