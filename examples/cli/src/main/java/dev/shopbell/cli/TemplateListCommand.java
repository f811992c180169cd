package dev.shopbell.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Variable;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.templates.StockTemplates;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    description = "Lists the stock set, a line an event.",
    mixinStandardHelpOptions = true)
final class TemplateListCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    for (NoticeType type : StockTemplates.types().all()) {
      JsonLines.print(line(type));
    }
    return 0;
  }

  private static ObjectNode line(NoticeType type) {
    NotificationTemplate template =
        StockTemplates.catalog().current(new StoreId("any"), type.name()).orElseThrow();
    ObjectNode line = PlainJson.object().put("event", type.name());
    line.put("purpose", type.purpose().name().toLowerCase(java.util.Locale.ROOT));
    template.channels().stream()
        .map(Object::toString)
        .sorted(Comparator.naturalOrder())
        .forEach(line.withArray("channels")::add);
    template.locales().forEach(locale -> line.withArray("locales").add(locale.toLanguageTag()));
    type.variables().stream().map(Variable::name).forEach(line.withArray("variables")::add);
    return line;
  }
}
