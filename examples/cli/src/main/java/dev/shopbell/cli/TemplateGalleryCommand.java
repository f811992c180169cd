package dev.shopbell.cli;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.templates.StockTemplates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "gallery",
    description = {
      "Writes every event of the stock set, in each language and brand, and a page to click",
      "through them: open index.html."
    },
    mixinStandardHelpOptions = true)
final class TemplateGalleryCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where to write it; made when it is missing.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    Gallery gallery = new Gallery(out);
    for (NoticeType type : StockTemplates.types().all()) {
      for (Locale locale : StockTemplates.locales()) {
        gallery.add(type, locale);
      }
    }
    gallery.finish();
    JsonLines.print(
        PlainJson.object()
            .put("index", out.resolve("index.html").toString())
            .put("events", StockTemplates.types().all().size())
            .put("letters", gallery.letters()));
    return 0;
  }
}
