package dev.shopbell.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.mime.Letters;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps each letter as {@code .eml} and {@code .html}, with what a mail client shows as {@code
 * .json}, and makes a page to look at them all. A letter's name says what it is about, so that the
 * same letter has one place, and it is there when its last file is, the {@code .json}.
 */
final class LetterFolder {
  private static final List<String> STORY =
      List.of("order.placed", "order.paid", "admin.order.new", "order.shipped");
  private static final Pattern NAME =
      Pattern.compile("[1-4]-[a-z.]+-[a-z]+-SO-[0-9]+\\.(eml|html|json|tmp)");
  private static final String INDEX = "index.html";

  private final Path folder;

  /** What a mail client shows of a letter, and why that is its sender. */
  record Shown(String file, String subject, String shownAs, String why) {}

  LetterFolder(Path folder) {
    this.folder = folder;
  }

  /** Whether a file of that name is one of these. */
  static boolean wrote(String name) {
    return name.equals(INDEX) || NAME.matcher(name).matches();
  }

  private static String name(Delivery delivery) {
    String type = delivery.notice().type();
    return "%d-%s-%s-%s"
        .formatted(
            STORY.indexOf(type) + 1, type, delivery.notice().store(), delivery.notice().about());
  }

  /** Whether the letter of that delivery is there, whole. */
  boolean has(Delivery delivery) {
    Path shown = folder.resolve(name(delivery) + ".json");
    try {
      return Files.exists(shown)
          && PlainJson.read(shown).path("delivery").asText().equals(delivery.id().value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Delivery delivery, OutboundEmail letter) {
    String name = name(delivery);
    ObjectNode shown =
        PlainJson.object()
            .put("delivery", delivery.id().value())
            .put("subject", letter.content().subject())
            .put("shownAs", letter.sender().shownAs())
            .put("why", letter.sender().reason().text());
    try {
      write(name, ".eml", Letters.bytes(letter));
      write(name, ".html", letter.content().html().getBytes(StandardCharsets.UTF_8));
      write(name, ".json", shown.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("the letter cannot be written", e);
    }
  }

  /** As a whole or not at all. */
  private void write(String name, String ending, byte[] bytes) throws IOException {
    Path half = Files.write(folder.resolve(name + ".tmp"), bytes);
    Files.move(half, folder.resolve(name + ending), StandardCopyOption.ATOMIC_MOVE);
  }

  /** All letters that are there, in the order of the story. */
  List<Shown> shown() throws IOException {
    List<Shown> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (wrote(name) && name.endsWith(".json")) {
          all.add(shown(name.substring(0, name.length() - 5), PlainJson.read(file)));
        }
      }
    }
    return all;
  }

  private static Shown shown(String name, JsonNode json) {
    return new Shown(
        name,
        json.path("subject").asText(),
        json.path("shownAs").asText(),
        json.path("why").asText());
  }

  /** Whether the page is there, which is made at the end. */
  boolean hasIndex() {
    return Files.exists(folder.resolve(INDEX));
  }

  void writeIndex() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    for (Shown letter : shown()) {
      page.append(
          "<figure><figcaption><b>%s</b><br>%s<br><a href=\"%s.html\">html</a> · <a href=\"%s.eml\">eml</a></figcaption><iframe src=\"%s.html\" title=\"%s\"></iframe></figure>%n"
              .formatted(
                  escaped(letter.subject()),
                  escaped(letter.shownAs()),
                  letter.file(),
                  letter.file(),
                  letter.file(),
                  escaped(letter.subject())));
    }
    page.append("</main>\n");
    Files.write(folder.resolve(INDEX), page.toString().getBytes(StandardCharsets.UTF_8));
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
