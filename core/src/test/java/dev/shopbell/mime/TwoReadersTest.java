package dev.shopbell.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.Addressee;
import dev.shopbell.transport.Attachment;
import dev.shopbell.transport.LetterHeaders;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes in comes out again, whether Jakarta Mail or Apache mime4j reads it. */
class TwoReadersTest {
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final List<String> WORDS =
      List.of(
          "order ",
          "سؤال ",
          "طلبك",
          "您的订单",
          "已付款。",
          "繁體",
          "Größe ",
          "שלום ",
          "🍵",
          "=",
          "\"",
          ", ",
          "<b>",
          "é",
          "a@b.example ");

  /** A letter as a reader has it. */
  private record Read(
      String from,
      List<String> to,
      List<String> cc,
      String subject,
      List<String> parts,
      String unsubscribe) {}

  @RepeatedTest(20)
  @Tag("mail-01")
  void bothReadTheSame(RepetitionInfo repetition) throws Exception {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 25; i++) {
      String shop = words(random, 80);
      String subject = words(random, 250);
      String text = words(random, 5_000);
      String html = "<body>" + words(random, 8_000) + "</body>";
      List<Addressee> to = addressees(random, words(random, 90));
      List<Addressee> cc = addressees(random, words(random, 90));
      byte[] file = new byte[random.nextInt(4_000)];
      random.nextBytes(file);
      String name = words(random, 100);
      OutboundEmail letter =
          SampleLetters.letter(shop, new EmailContent(subject, "", html, text))
              .with(
                  LetterHeaders.NONE
                      .shownTo(to, cc)
                      .unsubscribe(URI.create("https://shop.example/u?t=" + "a".repeat(i * 20))))
              .with(
                  List.of(
                      Attachment.of(name, "application/pdf", file),
                      Attachment.of("logo.png", "image/png", file).inline("logo")));
      Read given =
          new Read(
              shop + " <post@platform.example>",
              to.stream().map(TwoReadersTest::shown).toList(),
              cc.stream().map(TwoReadersTest::shown).toList(),
              subject,
              List.of(
                  text,
                  html,
                  "logo.png " + Arrays.hashCode(file),
                  name + " " + Arrays.hashCode(file)),
              "<" + letter.headers().unsubscribe().orElseThrow() + ">");

      for (boolean eightBit : new boolean[] {false, true}) {
        byte[] raw = Letters.bytes(Letters.wire(letter, eightBit));
        assertThat(byJakarta(raw)).isEqualTo(given);
        assertThat(byMime4j(raw)).isEqualTo(given);
      }
    }
  }

  @Test
  @Tag("mail-01")
  void bothReadALetterInArabicAndOneInChinese() throws Exception {
    for (String words : List.of("تم استلام طلبك رقم 1001 وشكرًا لك", "您的订单 SO-1001 已付款，谢谢惠顾。")) {
      OutboundEmail letter =
          SampleLetters.letter(words, SampleLetters.content(words, (words + "\n").repeat(40)));
      byte[] raw = Letters.bytes(letter);
      String sent = (words + "\r\n").repeat(40);

      assertThat(byJakarta(raw)).isEqualTo(byMime4j(raw));
      assertThat(byJakarta(raw).parts())
          .containsExactly(sent, "<!doctype html><body>" + sent + "</body>");
      assertThat(byJakarta(raw).subject()).isEqualTo(words);
    }
  }

  private static String words(SplittableRandom random, int most) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(1, most);
    while (text.length() < length) {
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    String cut = text.substring(0, Math.min(text.length(), most));
    String whole = Character.isHighSurrogate(cut.charAt(cut.length() - 1)) ? cut + "\uDF75" : cut;
    return whole.isBlank() ? "x" : whole.strip();
  }

  private static List<Addressee> addressees(SplittableRandom random, String name) {
    List<Addressee> all = new ArrayList<>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      EmailAddress address = EmailAddress.of("\"ann, " + i + "\"@" + "shop.example");
      all.add(
          new Addressee(name, i % 2 == 0 ? address : EmailAddress.of("o'brien@münchen.example")));
    }
    return all;
  }

  private static String shown(Addressee addressee) {
    return addressee.name() + " <" + unquoted(addressee.address().value()) + ">";
  }

  /** A local part in quotes is the same without; mime4j gives it so. */
  private static String unquoted(String address) {
    return address.replace("\"", "");
  }

  private static Read byJakarta(byte[] raw) throws Exception {
    MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
    List<String> parts = new ArrayList<>();
    collect(message, parts);
    return new Read(
        shown(message.getFrom()).get(0),
        shown(message.getRecipients(jakarta.mail.Message.RecipientType.TO)),
        shown(message.getRecipients(jakarta.mail.Message.RecipientType.CC)),
        message.getSubject(),
        parts,
        unfolded(message.getHeader("List-Unsubscribe", null)));
  }

  private static void collect(jakarta.mail.Part part, List<String> parts) throws Exception {
    if (part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        BodyPart each = several.getBodyPart(i);
        collect(each, parts);
      }
    } else if (part.getFileName() == null) {
      parts.add(part.getContent().toString());
    } else {
      byte[] octets = part.getInputStream().readAllBytes();
      parts.add(part.getFileName() + " " + Arrays.hashCode(octets));
    }
  }

  private static List<String> shown(jakarta.mail.Address[] addresses) {
    return addresses == null
        ? List.of()
        : Arrays.stream(addresses)
            .map(InternetAddress.class::cast)
            .map(each -> each.getPersonal() + " <" + unquoted(each.getAddress()) + ">")
            .toList();
  }

  private static Read byMime4j(byte[] raw) throws Exception {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        MimeConfig.custom().setStrictParsing(true).setMaxLineLen(1_000).build());
    Message message = builder.parseMessage(new ByteArrayInputStream(raw));
    List<String> parts = new ArrayList<>();
    collect(message, parts);
    return new Read(
        shown(message.getFrom()).get(0),
        message.getTo() == null ? List.of() : shown(message.getTo().flatten()),
        message.getCc() == null ? List.of() : shown(message.getCc().flatten()),
        message.getSubject(),
        parts,
        message.getHeader().getField("List-Unsubscribe") == null
            ? ""
            : unfolded(message.getHeader().getField("List-Unsubscribe").getBody()));
  }

  private static String unfolded(@Nullable String header) {
    return header == null ? "" : header.replaceAll("\\s+", "");
  }

  private static void collect(Entity entity, List<String> parts) throws Exception {
    if (entity.getBody() instanceof org.apache.james.mime4j.dom.Multipart several) {
      for (Entity part : several.getBodyParts()) {
        collect(part, parts);
      }
      return;
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    ((SingleBody) entity.getBody()).writeTo(octets);
    if (entity.getFilename() == null) {
      assertThat(entity.getBody()).isInstanceOf(TextBody.class);
      parts.add(octets.toString(StandardCharsets.UTF_8));
    } else {
      assertThat(entity.getBody()).isInstanceOf(BinaryBody.class);
      parts.add(entity.getFilename() + " " + Arrays.hashCode(octets.toByteArray()));
    }
  }

  private static List<String> shown(Iterable<Mailbox> mailboxes) {
    List<String> shown = new ArrayList<>();
    mailboxes.forEach(each -> shown.add(each.getName() + " <" + each.getAddress() + ">"));
    return shown;
  }
}
