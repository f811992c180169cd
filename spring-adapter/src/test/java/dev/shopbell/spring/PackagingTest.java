package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PackagingTest {
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final Pattern PROPERTY =
      Pattern.compile(
          "\"name\": \"(shopbell[a-z.-]+)\",\\s+\"type\": \"[^\"]+\",\\s+\"description\": \"(.+)\"");

  @Test
  @Tag("spring-01")
  void packagesNoSettingsThatWouldOverrideTheHosts() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.walk(classes())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("ShopbellAutoConfiguration.class")
          .noneMatch(name -> name.matches("(application|bootstrap|logback|log4j).*"))
          .noneMatch(name -> name.matches(".*\\.(properties|ya?ml)"));
    }
  }

  @Test
  void documentsEachProperty() throws IOException, URISyntaxException {
    assertThat(documented().keySet())
        .containsExactlyInAnyOrder(
            "shopbell.transports",
            "shopbell.platform.address",
            "shopbell.platform.return-path",
            "shopbell.platform.sender-policy",
            "shopbell.workers",
            "shopbell.attempt-timeout",
            "shopbell.retry.first",
            "shopbell.retry.longest",
            "shopbell.close-patience",
            "shopbell.rates",
            "shopbell.domains.watch.enabled",
            "shopbell.domains.watch.every",
            "shopbell.outbox.enabled",
            "shopbell.outbox.sqlite",
            "shopbell.outbox.data-source",
            "shopbell.outbox.prefix",
            "shopbell.outbox.tables",
            "shopbell.outbox.foreign-transactions",
            "shopbell.outbox.retention.enabled",
            "shopbell.outbox.retention.ended",
            "shopbell.outbox.retention.given-up",
            "shopbell.outbox.retention.names",
            "shopbell.outbox.retention.reports",
            "shopbell.outbox.retention.batch",
            "shopbell.outbox.retention.every",
            "shopbell.health.late-after");
    assertThat(documented().values()).allMatch(text -> text.length() > 20);
  }

  private static Map<String, String> documented() throws IOException, URISyntaxException {
    Map<String, String> documented = new HashMap<>();
    Matcher property = PROPERTY.matcher(Files.readString(classes().resolve(METADATA)));
    while (property.find()) {
      documented.put(property.group(1), property.group(2));
    }
    return documented;
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(
        ShopbellAutoConfiguration.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toURI());
  }
}
