package dev.shopbell.transport;

import static dev.shopbell.transport.Fake.CLOCK;
import static dev.shopbell.transport.Fake.MESSAGE;
import static dev.shopbell.transport.Fake.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransportsTest {
  private static final SendContext CONTEXT =
      new SendContext(
          new StoreId("s-1"),
          new DeliveryId("01m8160qt00000000000000000"),
          "key",
          NOW.plusSeconds(10),
          Endpoint.PLATFORM,
          Map.of());

  private final Factory acme = new Factory("acme-sms", "acme");
  private final Factory bell = new Factory("bell");
  private final Transports transports = new Transports(CLOCK, List.of(bell, acme), List.of());

  @Test
  void nameTheSchemesThereAre() {
    assertThat(transports.schemes()).containsExactly("acme", "acme-sms", "bell");
  }

  @Test
  void findTheMailTransportOnTheClassPath() {
    Transports found = new Transports(CLOCK, List.of(), ServiceLoader.load(TransportFactory.class));

    assertThat(found.schemes()).containsExactly("angus+smtp", "angus+smtps", "smtp", "smtps");
  }

  @Test
  void bindATransportToTheEndpointOfItsUri() throws Exception {
    Transport transport = transports.open("acme://user:secret@a.example");

    assertThat(transport.info().name()).isEqualTo("acme-sms");
    assertThat(transport.send(MESSAGE, CONTEXT)).isEqualTo(Outcome.Accepted.of("acme-sms", "1"));
    assertThat(acme.endpoints).containsExactly(Endpoint.parse("acme://user:secret@a.example"));
  }

  @Test
  void makeOneTransportForAllSchemesAndEndpointsOfAFactory() throws Exception {
    Transport first = transports.open("acme://a.example");
    Transport second = transports.open("failover(acme-sms://b.example,acme://c.example)");
    Transport account = transports.forAccount(Endpoint.parse("acme://d.example"));
    first.send(MESSAGE, CONTEXT);
    second.send(MESSAGE, CONTEXT);
    account.send(MESSAGE, CONTEXT.at(Endpoint.parse("acme://d.example")));

    assertThat(acme.made).isEqualTo(1);
    assertThat(acme.endpoints)
        .extracting(Endpoint::host)
        .containsExactly("a.example", "b.example", "d.example");
  }

  @Test
  void makeNoTransportBeforeItIsNeeded() {
    assertThat(acme.made).isZero();
    assertThat(transports.open("bell://b.example").info().name()).isEqualTo("bell");
    assertThat(acme.made).isZero();
    assertThat(bell.made).isEqualTo(1);
  }

  @Test
  void putTransportsTogetherAsTheUriSays() {
    assertThat(transports.open("failover(acme://a.example,acme://b.example)"))
        .isInstanceOf(TransportGroup.class);
    assertThat(transports.open("roundrobin(acme://a.example)")).isInstanceOf(TransportGroup.class);
    assertThat(transports.open("breaker(acme://a.example)")).isInstanceOf(Breaker.class);
    assertThat(transports.open("acme://a.example")).isInstanceOf(BoundTransport.class);
  }

  @Test
  void guardEveryAccountOfAFactoryByOneBreaker() {
    Transport first = transports.forAccount(Endpoint.parse("acme://a.example"));
    Transport second = transports.forAccount(Endpoint.parse("acme-sms://b.example"));

    assertThat(first).isInstanceOf(Breaker.class).isSameAs(second);
  }

  @Test
  void refuseAnUnknownSchemeAndNameThoseThereAre() {
    String message =
        "no transport has the scheme \"acmee\": did you mean \"acme\"? Known: acme, acme-sms,"
            + " bell; is its jar on the class path?";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> transports.open("failover(bell://b.example,acmee://u:S3cr3t@a.example)"))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> transports.forAccount(Endpoint.parse("acmee://u:S3cr3t@a.example")))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Transports(CLOCK, List.of(), List.of()).open("smtp://a.example"))
        .withMessage(
            "no transport has the scheme \"smtp\": known: there are none; is its jar on the class"
                + " path?");
  }

  @Test
  void refuseTwoFactoriesForOneScheme() {
    List<TransportFactory> two = List.of(acme, bell, new Factory("acme"));
    String name = Factory.class.getName();
    String message =
        "scheme acme is served by both " + name + " and " + name + ": leave one of them out";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Transports(CLOCK, two, List.of()))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Transports(CLOCK, List.of(), two))
        .withMessage(message);
  }

  @Test
  void preferAFactoryThatIsGivenToOneThatIsFound() {
    Factory given = new Factory("acme");
    Transports both = new Transports(CLOCK, List.of(given), List.of(acme, bell));

    assertThat(both.schemes()).containsExactly("acme", "acme-sms", "bell");
    assertThat(both.open("acme://a.example").info().name()).isEqualTo("acme");
    assertThat(both.open("acme-sms://a.example").info().name()).isEqualTo("acme-sms");
    assertThat(given.made).isEqualTo(1);
    assertThat(acme.made).isEqualTo(1);
  }

  @Test
  void refuseAnEndpointThatItsFactoryRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> transports.open("breaker(acme://u:S3cr3t@a.example?pace=1)"))
        .withMessage("acme has no option \"pace\": known: there are none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> transports.forAccount(Endpoint.parse("acme:///")))
        .withMessage("endpoint acme:// names no host: write acme://user:secret@host:port");
    assertThat(acme.made).isZero();
  }

  @Test
  void closeWhatTheyMadeAndNothingElse() {
    assertThat(transports.open("failover(acme://a.example,acme://b.example)").info().channel())
        .isEqualTo(Channel.SMS);
    transports.close();

    assertThat(acme.closed).isEqualTo(1);
    assertThat(bell.closed).isZero();
  }

  @Test
  void leaveTheTransportOpenWhenOneThatWasOpenedIsClosed() {
    transports.open("acme://a.example").close();

    assertThat(acme.closed).isZero();
  }

  /** Makes transports that accept everything, and counts what is done with them. */
  private static final class Factory implements TransportFactory {
    final List<Endpoint> endpoints = new ArrayList<>();
    int made;
    int closed;
    private final String name;
    private final Set<String> schemes;

    Factory(String... schemes) {
      this.name = schemes[0];
      this.schemes = Set.of(schemes);
    }

    @Override
    public Set<String> schemes() {
      return schemes;
    }

    @Override
    public void check(Endpoint endpoint) {
      endpoint.requireHost().allowOptions(Set.of());
    }

    @Override
    public Transport create(Clock clock) {
      made++;
      return new Transport() {
        @Override
        public TransportInfo info() {
          return TransportInfo.of(name, Channel.SMS);
        }

        @Override
        public Outcome send(OutboundMessage message, SendContext context) {
          endpoints.add(context.endpoint());
          return Outcome.Accepted.of(name, "1");
        }

        @Override
        public void close() {
          closed++;
        }
      };
    }
  }
}
