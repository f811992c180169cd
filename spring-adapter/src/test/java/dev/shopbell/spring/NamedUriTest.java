package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Tag("spring-03")
@ExtendWith(OutputCaptureExtension.class)
class NamedUriTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "smtp://user:hunter2@localhost:smtp",
        "smtp://user:hunter2 @localhost",
        "smtp:user:hunter2@localhost",
        "smtp://user:12?hunter2@localhost",
        "smtp://user:12#hunter2@localhost",
        "smtp://user:12/hunter2@localhost",
        "failover(smtp://user:hunter2@localhost",
        "failover(smtp://user:hunter2@localhost,breaker())",
        "failover(smtp://a.example,smtp://user:1?,hunter2@localhost)",
        "breaker(smtp://user:hunter2@a.example,smtp://user:hunter2@b.example)"
      })
  void namesATransportThatCannotBeRead(String uri, CapturedOutput output) {
    FailedStart start =
        FailedStart.of(output, HostApplication.class, "shopbell.transports[0]=" + uri);
    assertThat(start.description())
        .startsWith("shopbell.transports[0] cannot be used: transport URI cannot be read: ");
    assertThat(start.action())
        .isEqualTo(
            "Write shopbell.transports[0] as scheme://user:secret@host:port, or as failover(a,b);"
                + " percent-encode every character of user and secret but letters and digits.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fake://host/path?a=b",
        "fake://user:secret@host/path?from=a%40b.example",
        "failover(fake://a.example/x?y=z,fake://user:secret@b.example)",
        "failover(fake://a.example,fake://b.example)"
      })
  void takesWhatCanBeRead(String uri) {
    Host.without()
        .withBean(FakeTransportFactory.class)
        .withPropertyValues("shopbell.transports[0]=" + uri)
        .run(context -> assertThat(context).hasSingleBean(Notifier.class));
  }

  @Test
  void namesAPlaceholderWithoutAValueAndNotWhatStandsBesideIt(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(
            output,
            HostApplication.class,
            "shopbell.transports[0]=smtp://user:hunter2@${MAIL_HOST}");
    assertThat(start.description())
        .isEqualTo(
            "shopbell.transports[0] holds the placeholder ${MAIL_HOST}, which has no value.");
    assertThat(start.action()).isEqualTo("Set MAIL_HOST, or leave the placeholder out.");
  }
}
