package dev.shopbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.address.Channel;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.template.TemplateId;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotifierBuilderTest {
  private final NotifierBuilder builder =
      Notifier.builder(id -> Optional.empty(), NoticeTypes.of(List.of()), new NoTemplates());

  @Test
  void namesTheMethodThatGivesAMissingPlatformSender() {
    Fake mail = new Fake();
    assertThatThrownBy(() -> builder.transport(mail).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("give NotifierBuilder.platform");
    assertThat(mail.closed).isTrue();
  }

  @Test
  void refusesTwoTransportsForAChannelAndSaysHowToPutThemTogether() {
    builder.platform(PlatformSender.of("notify@platform.example"));
    builder.transport("smtp://a.example").transport("smtp://b.example");
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "email has two transports, smtp and smtp: put them together, as in failover(a,b)");
  }

  @Test
  void namesTheSchemesThereAreForAnUnknownOne() {
    assertThatThrownBy(() -> builder.transport("smpt://user:geheim@a.example").build())
        .hasMessageContaining("no transport has the scheme \"smpt\": did you mean \"smtp\"?")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void refusesASecondPlatformSenderAndNamesTheFirstMasked() {
    builder.platform(PlatformSender.of("notify@platform.example"));
    assertThatThrownBy(() -> builder.platform(PlatformSender.of("other@platform.example")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("first n***@platform.example")
        .hasMessageNotContaining("notify@");
  }

  @Test
  void refusesSettingsOutsideTheirRange() {
    assertThatThrownBy(() -> builder.workers(-1)).hasMessage("workers is -1: give 0 to 1000");
    assertThatThrownBy(() -> builder.attemptTimeout(Duration.ofHours(1)))
        .hasMessage("attempt timeout is PT1H: give 1 second to 10 minutes");
  }

  private static final class Fake implements Transport {
    private boolean closed;

    @Override
    public TransportInfo info() {
      return TransportInfo.of("fake", Channel.EMAIL);
    }

    @Override
    public Outcome send(OutboundMessage message, SendContext context) {
      return Outcome.Accepted.of("fake", "1");
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final class NoTemplates implements TemplateCatalog {
    @Override
    public Optional<NotificationTemplate> current(StoreId store, String noticeType) {
      return Optional.empty();
    }

    @Override
    public Optional<NotificationTemplate> version(StoreId store, TemplateId id) {
      return Optional.empty();
    }
  }
}
