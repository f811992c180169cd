package dev.shopbell.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Secret;
import dev.shopbell.notice.Variable;
import dev.shopbell.store.Brand;
import dev.shopbell.store.Store;
import dev.shopbell.store.Tone;
import dev.shopbell.store.Typeface;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.FieldsContent;
import dev.shopbell.template.LocaleChoice;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.ReaderData;
import dev.shopbell.template.RenderException;
import dev.shopbell.template.RenderRequest;
import dev.shopbell.template.SmsContent;
import dev.shopbell.templates.StockTemplates;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "render",
    description = "Renders an event of the stock set, with sample data unless some is given.",
    mixinStandardHelpOptions = true)
final class TemplateRenderCommand implements Callable<Integer> {
  @Option(names = "--event", paramLabel = "E", required = true, description = "As in order.paid.")
  private String event = "";

  @Option(names = "--locale", paramLabel = "L", required = true, description = "As in zh-CN.")
  private String locale = "";

  @Option(names = "--data", paramLabel = "FILE", description = "The variables, as JSON.")
  private @Nullable Path data;

  @Option(
      names = "--brand",
      paramLabel = "FILE",
      description = "name, contact, accent, logo, site, postalAddress, tone and typeface, as JSON.")
  private @Nullable Path brand;

  @Option(names = "--out", paramLabel = "DIR", description = "Write the parts there, too.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    NoticeType type = StockTemplates.types().get(event);
    Locale wanted = Locale.forLanguageTag(locale);
    if (!Set.of(Locale.getISOLanguages()).contains(wanted.getLanguage())) {
      throw new IllegalArgumentException(
          "there is no locale " + locale + ": write it as en or zh-CN");
    }
    Store store = store();
    NotificationTemplate template =
        StockTemplates.catalog().current(store.id(), type.name()).orElseThrow();
    Locale chosen = LocaleChoice.choose(template.locales(), wanted, Locale.ENGLISH);
    Map<String, Object> values =
        data == null ? StockTemplates.sample(event, wanted) : given(type, data);
    type.check(values);
    ObjectNode line;
    try {
      line = rendered(template, type, store, chosen, values);
    } catch (RenderException e) {
      System.err.println("shopbell: " + e.getMessage());
      return 1;
    }
    JsonLines.print(line);
    if (out != null) {
      write(line, out);
    }
    return 0;
  }

  private static ObjectNode rendered(
      NotificationTemplate template,
      NoticeType type,
      Store store,
      Locale locale,
      Map<String, Object> values) {
    Map<String, Object> written =
        ReaderData.of(
            type.variables(),
            values,
            locale,
            store.zone(),
            secret -> "https://platform.example/secrets/sample");
    ObjectNode line = PlainJson.object();
    for (String key : List.of("subject", "preheader", "html", "text", "sms", "wechat")) {
      line.putNull(key);
    }
    for (Channel channel : template.channels()) {
      var content =
          template.render(new RenderRequest(store, channel, locale, store.zone(), written));
      if (content instanceof EmailContent letter) {
        line.put("subject", letter.subject()).put("preheader", letter.preheader());
        line.put("html", letter.html()).put("text", letter.text());
      } else if (content instanceof SmsContent sms) {
        line.put("sms", sms.text());
      } else if (content instanceof FieldsContent fields && channel.equals(Channel.WECHAT)) {
        ObjectNode wechat = line.putObject("wechat");
        fields.fields().forEach(wechat::put);
      }
    }
    return line;
  }

  private static Map<String, Object> given(NoticeType type, Path file) throws IOException {
    JsonNode json = PlainJson.read(file);
    Map<String, Object> values = new LinkedHashMap<>();
    json.properties()
        .forEach(
            entry -> {
              Object value = PlainJson.plain(entry.getValue());
              if (value != null) {
                values.put(entry.getKey(), secret(type, entry.getKey(), value));
              }
            });
    return values;
  }

  /** A secret is given by its reference, which is text in JSON. */
  private static Object secret(NoticeType type, String name, Object value) {
    boolean isSecret =
        type.variables().stream()
            .anyMatch(
                variable ->
                    variable.name().equals(name) && variable.kind() == Variable.Kind.SECRET);
    return isSecret && value instanceof String text ? Secret.reference(text) : value;
  }

  private Store store() throws IOException {
    JsonNode json = brand == null ? PlainJson.object() : PlainJson.read(brand);
    Brand look =
        new Brand(
                json.path("accent").asText(Brand.PLAIN.accent()),
                address(json, "logo"),
                address(json, "site"),
                json.path("postalAddress").asText(""))
            .tone(one(Tone.class, json, "tone", Tone.WARM))
            .typeface(one(Typeface.class, json, "typeface", Typeface.SANS));
    return Store.builder(
            "sample",
            json.path("name").asText("Ann's Tea"),
            json.path("contact").asText("hello@annstea.example"))
        .brand(look)
        .build();
  }

  private static <E extends Enum<E>> E one(Class<E> kind, JsonNode json, String key, E otherwise) {
    String name = json.path(key).asText(otherwise.name()).toUpperCase(Locale.ROOT);
    return Arrays.stream(kind.getEnumConstants())
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no %s %s: give one of %s"
                        .formatted(key, name, Arrays.toString(kind.getEnumConstants()))));
  }

  private static Optional<URI> address(JsonNode json, String key) {
    return json.path(key).isTextual()
        ? Optional.of(URI.create(json.path(key).asText()))
        : Optional.empty();
  }

  private void write(ObjectNode line, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, JsonNode> part : line.properties()) {
      if (!part.getValue().isNull()) {
        String ending = part.getKey().equals("html") ? "html" : "txt";
        String text =
            part.getValue().isTextual() ? part.getValue().asText() : part.getValue().toString();
        Files.writeString(
            folder.resolve(event + "." + locale + "." + part.getKey() + "." + ending),
            text,
            StandardCharsets.UTF_8);
      }
    }
  }
}
