package dev.shopbell.cli;

import dev.shopbell.mime.Letters;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes each letter as {@code .eml} and {@code .html}, and a page to look at them all. */
final class LetterFolder {
  private final Path folder;
  private final List<Shown> letters = new ArrayList<>();

  private record Shown(String file, String title, String from) {}

  LetterFolder(Path folder) {
    try {
      this.folder = Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--out " + folder + " is no folder that can be made: give another", e);
    }
  }

  void write(String store, String event, OutboundEmail letter) {
    String file = "%02d-%s-%s".formatted(letters.size() + 1, store, event);
    try {
      Files.write(folder.resolve(file + ".eml"), Letters.bytes(letter));
      Files.writeString(folder.resolve(file + ".html"), letter.content().html());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("the letter cannot be written", e);
    }
    letters.add(new Shown(file, letter.content().subject(), letter.sender().shownAs()));
  }

  void writeIndex() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    for (Shown letter : letters) {
      page.append(
          "<figure><figcaption><b>%s</b><br>%s<br><a href=\"%s.html\">html</a> · <a href=\"%s.eml\">eml</a></figcaption><iframe src=\"%s.html\" title=\"%s\"></iframe></figure>%n"
              .formatted(
                  escaped(letter.title()),
                  escaped(letter.from()),
                  letter.file(),
                  letter.file(),
                  letter.file(),
                  escaped(letter.title())));
    }
    page.append("</main>\n");
    Files.write(folder.resolve("index.html"), page.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Shopbell: the letters of the demo</title>
      <style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 24px; color: #222; background: #f3f4f2 }
        main { display: flex; flex-wrap: wrap; gap: 24px }
        figure { margin: 0; width: min(375px, 100%) }
        figcaption { min-height: 6em; overflow-wrap: anywhere }
        iframe { width: 100%; height: 900px; border: 1px solid #ccc; border-radius: 8px; background: #fff }
      </style>
      <h1>The letters of the demo</h1>
      <p>Each at the width of a telephone, under what a mail client shows as its sender.</p>
      <main>
      """;
}
