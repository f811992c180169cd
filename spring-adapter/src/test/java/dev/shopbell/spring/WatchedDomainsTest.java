package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.domain.DomainClaim;
import dev.shopbell.domain.DomainListener;
import dev.shopbell.domain.DomainRegistry;
import dev.shopbell.domain.DomainVerifier;
import dev.shopbell.domain.Domains;
import dev.shopbell.domain.InMemoryDomainRegistry;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@Tag("domain-12")
@Timeout(60)
class WatchedDomainsTest {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final ApplicationContextRunner host =
      Host.with(Host.sms()).withBean(Domains.class, this::domains);

  /** Tells that it was asked what is due. */
  private record AskedRegistry(DomainRegistry kept, CountDownLatch asked)
      implements DomainRegistry {
    @Override
    public Optional<DomainClaim> find(StoreId store, DomainName domain) {
      return kept.find(store, domain);
    }

    @Override
    public List<DomainClaim> claims(DomainName domain) {
      return kept.claims(domain);
    }

    @Override
    public List<DomainClaim> due(Instant now, int most) {
      asked.countDown();
      return kept.due(now, most);
    }

    @Override
    public boolean save(DomainClaim claim) {
      return kept.save(claim);
    }
  }

  private Domains domains() {
    Credential secret = Credential.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    DomainVerifier verifier =
        DomainVerifier.builder(DomainName.of("platform.example"), SigningKeys.of("k1", secret))
            .dns(question -> new CompletableFuture<>())
            .registry(new AskedRegistry(new InMemoryDomainRegistry(), asked))
            .build();
    return Domains.of(verifier, DomainListener.NOOP);
  }

  @Test
  void looksAtTheHostsDomainsWhileTheApplicationWorks() {
    host.run(
        context -> {
          asked.await();
          WatchedDomains watched = context.getBean(WatchedDomains.class);
          assertThat(watched.isRunning()).isTrue();
          context.stop();
          assertThat(watched.isRunning()).isFalse();
        });
  }

  @Test
  void leavesThemAloneWhereItIsSwitchedOffOrThereAreNone() {
    host.withPropertyValues("shopbell.domains.watch.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(WatchedDomains.class));
    Host.with(Host.sms()).run(context -> assertThat(context).doesNotHaveBean(WatchedDomains.class));
  }

  @Test
  @Tag("spring-03")
  void namesThePropertyThatIsRefused() {
    host.withPropertyValues("shopbell.domains.watch.every=2h")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining(
                        "shopbell.domains.watch.every cannot be used: it is PT2H: give PT1S to"
                            + " PT1H"));
  }
}
