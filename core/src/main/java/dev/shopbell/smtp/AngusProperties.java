package dev.shopbell.smtp;

import dev.shopbell.store.Endpoint;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What Angus Mail is told of an endpoint, beside what the host's own session says. */
final class AngusProperties {
  private static final String PREFIX = "mail.smtp.";

  private AngusProperties() {}

  static Properties of(Endpoint endpoint, Optional<Session> host) {
    Properties properties = new Properties();
    host.ifPresent(session -> copy(session.getProperties(), properties));
    properties.putIfAbsent(PREFIX + "connectiontimeout", "10000");
    properties.putIfAbsent(PREFIX + "timeout", "30000");
    properties.putIfAbsent(PREFIX + "ssl.checkserveridentity", "true");
    properties.put(PREFIX + "socketFactory.fallback", "false");
    properties.put(PREFIX + "quitwait", "false");
    if (endpoint.equals(Endpoint.PLATFORM)) {
      requireTls(properties);
    } else {
      tell(endpoint, properties);
    }
    return properties;
  }

  /** The passwords that the host's session would give. */
  static Authenticator logins(Optional<Session> host) {
    return new Authenticator() {
      @Override
      protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        return host.map(
                session ->
                    session.requestPasswordAuthentication(
                        getRequestingSite(),
                        getRequestingPort(),
                        getRequestingProtocol(),
                        getRequestingPrompt(),
                        getDefaultUserName()))
            .orElse(null);
      }
    };
  }

  private static void copy(Properties from, Properties to) {
    from.stringPropertyNames().forEach(name -> to.put(name, from.getProperty(name)));
  }

  private static void requireTls(Properties properties) {
    boolean implicit = "true".equals(properties.get(PREFIX + "ssl.enable"));
    properties.putIfAbsent(PREFIX + "starttls.enable", Boolean.toString(!implicit));
    properties.putIfAbsent(PREFIX + "starttls.required", Boolean.toString(!implicit));
  }

  private static void tell(Endpoint endpoint, Properties properties) {
    boolean implicit = endpoint.scheme().endsWith("smtps");
    boolean tls = endpoint.option("tls").orElse("required").equals("required");
    String startTls = Boolean.toString(tls && !implicit);
    endpoint
        .option("timeout")
        .ifPresent(
            given ->
                properties.put(
                    PREFIX + "timeout",
                    Integer.toString(1_000 * endpoint.intOption("timeout", 30, 1, 600))));
    properties.put(PREFIX + "auth", Boolean.toString(!endpoint.user().isEmpty()));
    properties.put(PREFIX + "ssl.enable", Boolean.toString(implicit));
    properties.put(PREFIX + "starttls.enable", startTls);
    properties.put(PREFIX + "starttls.required", startTls);
  }
}
