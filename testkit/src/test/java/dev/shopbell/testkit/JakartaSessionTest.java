package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.smtp.AngusTransportFactory;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import dev.shopbell.transport.Handover;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Transport;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A host's Jakarta Mail session as the platform's transport. */
@Timeout(60)
class JakartaSessionTest {
  private final ScriptedSmtpServer server = ScriptedSmtpServer.start();
  private final Properties properties = new Properties();

  JakartaSessionTest() {
    Endpoint endpoint = server.endpoint();
    properties.put("mail.smtp.host", endpoint.host());
    properties.put("mail.smtp.port", Integer.toString(endpoint.port()));
    properties.put("mail.smtp.user", endpoint.user());
    properties.put("mail.smtp.auth", "true");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void sendsThroughTheServerAndWithTheLoginOfTheSession() {
    properties.put("mail.smtp.starttls.required", "false");
    assertThat(send()).isAccepted();
    assertThat(server.accepted()).hasSize(1);
    assertThat(server.commands()).contains("AUTH");
  }

  @Test
  @Tag("mail-08")
  void requiresTlsUnlessTheSessionSaysOtherwise() {
    assertThat(send()).isDeferred();
    assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH"));
  }

  private Outcome send() {
    Authenticator logins =
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            Endpoint endpoint = server.endpoint();
            return new PasswordAuthentication(endpoint.user(), endpoint.credential().reveal());
          }
        };
    Clock clock = Clock.systemUTC();
    try (Transport transport =
        AngusTransportFactory.transport(Session.getInstance(properties, logins), clock)) {
      return Handover.send(
          transport,
          SampleMessages.email("Order paid", "x"),
          SampleMessages.context(
              new StoreId("tea"), Endpoint.PLATFORM, clock, Duration.ofSeconds(10)),
          clock);
    }
  }
}
