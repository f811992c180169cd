package dev.shopbell.domain;

import static dev.shopbell.domain.Sample.DOMAIN;
import static dev.shopbell.domain.Sample.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.diagnosis.DomainExaminer;
import dev.shopbell.dns.DnsName;
import dev.shopbell.internal.TestClock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveDmarcTest {
  private static final DnsName RECORD = new DnsName("_dmarc.annstea.example");

  private final FakeDns dns = new FakeDns();
  private final TestClock clock = new TestClock(START);
  private final LiveDmarc dmarc =
      new LiveDmarc(new DomainExaminer(dns, false, clock, new Random(1)), clock);

  @BeforeEach
  void publish() {
    dns.texts.put(RECORD, "v=DMARC1; p=reject");
  }

  private void pass(Duration time) {
    clock.advance(time);
  }

  @Test
  void isUnknownAndThereforeStrictUntilTheAnswerComes() {
    dns.holds = true;
    assertThat(dmarc.policy(DOMAIN)).isEqualTo(DmarcPolicy.UNKNOWN);
    int asked = dns.asked.get();
    assertThat(dmarc.policy(DOMAIN)).isEqualTo(DmarcPolicy.UNKNOWN);
    assertThat(dns.asked).as("while it is being asked, nobody else asks").hasValue(asked);

    dns.answer();
    assertThat(dmarc.policy(DOMAIN)).isEqualTo(DmarcPolicy.REJECT);
  }

  @Test
  void isAskedAgainAfterAnHourAndHoldsUntilTheAnswerComes() {
    assertThat(dmarc.policy(DOMAIN)).isEqualTo(DmarcPolicy.REJECT);
    dns.texts.put(RECORD, "v=DMARC1; p=none");
    pass(Duration.ofMinutes(59));
    assertThat(dmarc.policy(DOMAIN)).isEqualTo(DmarcPolicy.REJECT);

    pass(Duration.ofMinutes(1));
    dns.holds = true;
    assertThat(dmarc.policy(DOMAIN)).isEqualTo(DmarcPolicy.REJECT);
    dns.answer();
    assertThat(dmarc.policy(DOMAIN)).isEqualTo(DmarcPolicy.NONE);
  }

  @Test
  void isAskedOnceAMinuteAndKeptWhileTheDnsFails() {
    dmarc.policy(DOMAIN);
    dns.fails = true;
    pass(Duration.ofHours(2));
    assertThat(dmarc.policy(DOMAIN)).isEqualTo(DmarcPolicy.REJECT);
    int asked = dns.asked.get();
    pass(Duration.ofSeconds(59));
    assertThat(dmarc.policy(DOMAIN)).isEqualTo(DmarcPolicy.REJECT);
    assertThat(dns.asked).hasValue(asked);
    pass(Duration.ofSeconds(1));
    assertThat(dmarc.policy(DOMAIN)).isEqualTo(DmarcPolicy.REJECT);
    assertThat(dns.asked.get()).isGreaterThan(asked);
  }

  @Test
  void saysOfADomainWithoutAPolicyThatItIsMissing() {
    dns.texts.clear();
    assertThat(dmarc.policy(DOMAIN)).isEqualTo(DmarcPolicy.MISSING);
  }
}
