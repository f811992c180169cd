package dev.shopbell.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsAnswer.Negative;
import dev.shopbell.dns.DnsAnswer.NoSuchRecord;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsQuestion;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.RecordType;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain-07")
class EvidenceTest {
  private static final DnsServer SERVER = DnsServer.authoritative(InetAddress.getLoopbackAddress());
  private static final List<DnsName> NAMES =
      List.of(new DnsName("a.example"), new DnsName("b.example"), new DnsName("c.example"));
  private static final DnsAnswer SILENCE = new CouldNotAsk(Failure.TIMEOUT);

  private final Evidence evidence = new Evidence(Clock.systemUTC(), false, "probe");

  private List<DnsQuestion> wanted() {
    evidence.expect(SERVER, NAMES, RecordType.CNAME);
    return evidence.takeWanted();
  }

  @Test
  void aZonesServerIsAskedOneQuestionUntilItHasAnswered() {
    List<DnsQuestion> first = wanted();
    assertThat(first).hasSize(1);
    evidence.put(first.get(0), new NoSuchRecord(new Negative(Optional.empty(), 60)));
    assertThat(wanted()).hasSize(2);
  }

  @Test
  void oneThatStaysSilentIsAskedNothingFurther() {
    evidence.put(wanted().get(0), SILENCE);
    assertThat(wanted()).isEmpty();
    assertThat(evidence.ask(SERVER, NAMES.get(2), RecordType.CNAME)).isEqualTo(SILENCE);
  }

  @Test
  void oneThatHasAnsweredMayMissAQuestion() {
    evidence.put(wanted().get(0), new NoSuchRecord(new Negative(Optional.empty(), 60)));
    evidence.put(wanted().get(0), SILENCE);
    assertThat(wanted()).hasSize(1);
  }

  @Test
  void theResolverIsAskedAllAtOnce() {
    evidence.expect(DnsServer.RECURSIVE, NAMES, RecordType.CNAME);
    assertThat(evidence.takeWanted()).hasSize(3);
  }
}
