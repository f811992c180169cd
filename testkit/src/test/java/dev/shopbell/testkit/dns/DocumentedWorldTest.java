package dev.shopbell.testkit.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class DocumentedWorldTest {
  @Test
  void theExampleOfTheDocumentationHolds() {
    try (DnsWorld world =
        new DnsWorld()
            .zone("platform.example", "s1 TXT \"v=DKIM1; k=rsa; p=...\"")
            .zone(
                "annstea.example",
                """
                @             MX    10 mail
                mail          A     192.0.2.25
                s1._domainkey CNAME s1.platform.example.
                """,
                "127.0.0.3",
                "127.0.0.4")
            .start()) {
      world.server("127.0.0.4").below("annstea.example", DnsFault.SERVFAIL);
      String alias = "s1._domainkey.annstea.example";
      assertThat(Client.recursive(world).answers(alias, Type.TXT)).hasSize(2);
      assertThat(Client.of(world.server("127.0.0.4")).ask(alias, Type.CNAME).getRcode())
          .isEqualTo(Rcode.SERVFAIL);
    }
  }
}
