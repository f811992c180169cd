package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.DispatchSettings;
import dev.shopbell.jdbc.Retention;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;

class PackagingTest {
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final Pattern PROPERTY =
      Pattern.compile(
          "\"name\": \"([a-z.-]+)\",\\s+\"type\": \"[^\"]+\",\\s+\"description\": \"(.+)\"");

  private static final Pattern DEFAULT =
      Pattern.compile("\"name\": \"([a-z.-]+)\",[^{}]*\"defaultValue\": \"?([^\"\\s]+)");

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
  void documentsEachProperty() {
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
            "shopbell.health.late-after",
            "management.health.shopbell.enabled");
    assertThat(documented().values()).allMatch(text -> text.length() > 20);
  }

  @Test
  void documentsTheDefaultOfEachPropertyThatHasOne() {
    Set<String> none = new TreeSet<>(documented().keySet());
    none.removeAll(defaults().keySet());
    assertThat(none)
        .containsExactly(
            "shopbell.outbox.data-source",
            "shopbell.outbox.sqlite",
            "shopbell.platform.address",
            "shopbell.platform.return-path",
            "shopbell.rates",
            "shopbell.transports");
    Map<String, Object> real = new TreeMap<>(sending());
    real.putAll(keeping());
    real.forEach(
        (name, value) ->
            assertThat(defaults())
                .extractingByKey(name)
                .extracting(
                    text -> value instanceof Duration ? DurationStyle.detectAndParse(text) : text)
                .as(name)
                .isEqualTo(value));
  }

  private static Map<String, Object> sending() {
    DispatchSettings standard = DispatchSettings.STANDARD;
    return Map.of(
        "shopbell.workers", Integer.toString(standard.workers()),
        "shopbell.attempt-timeout", standard.attemptTimeout(),
        "shopbell.retry.first", standard.retry().first(),
        "shopbell.retry.longest", standard.retry().longest());
  }

  private static Map<String, Object> keeping() {
    Retention standard = Retention.STANDARD;
    String below = "shopbell.outbox.retention.";
    return Map.of(
        below + "ended", standard.ended(),
        below + "given-up", standard.givenUp(),
        below + "names", standard.names(),
        below + "reports", standard.reports(),
        below + "batch", Integer.toString(standard.batch()));
  }

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new HashMap<>();
    Matcher property = DEFAULT.matcher(metadata());
    while (property.find()) {
      defaults.put(property.group(1), property.group(2));
    }
    return defaults;
  }

  private static Map<String, String> documented() {
    Map<String, String> documented = new HashMap<>();
    Matcher property = PROPERTY.matcher(metadata());
    while (property.find()) {
      documented.put(property.group(1), property.group(2));
    }
    return documented;
  }

  private static String metadata() {
    try {
      return Files.readString(classes().resolve(METADATA));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
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
