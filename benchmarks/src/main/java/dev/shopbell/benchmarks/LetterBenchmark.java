package dev.shopbell.benchmarks;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.mime.Letters;
import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;

/**
 * A letter of about 10 KB, from its words to its octets in memory: by us, by Jakarta Mail's
 * reference implementation as its manual has it, and by Simple Java Mail on top of that.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LetterBenchmark {
  private static final String SHOP = "La Casa del Té";
  private static final String FROM = "post@platform.example";
  private static final String TO = "ann@shopper.example";
  private static final String REPLY_TO = "hola@casadelte.example";

  /** What it is written in: quoted-printable is shorter for one, Base64 for the other. */
  @Param({"spanish", "chinese"})
  private String language;

  private OutboundEmail letter;
  private Session session;

  /** The words. */
  @Setup
  public void write() {
    letter = letter(language);
    session = Session.getInstance(new Properties());
  }

  static OutboundEmail letter(String language) {
    boolean spanish = language.equals("spanish");
    String words = spanish ? "Tu pedido SO-1001 está pagado, gracias. " : "您的订单 SO-1001 已付款，谢谢惠顾。";
    String row = "<tr><td style=\"padding:8px 0;color:#222\">" + words + "</td></tr>\n";
    String html =
        "<!doctype html>\n<html><body><table>\n"
            + row.repeat(spanish ? 88 : 66)
            + "</table></body></html>\n";
    String text = (words + "\n").repeat(spanish ? 24 : 16);
    return new OutboundEmail(
        EmailAddress.of(TO),
        SenderIdentity.of(SHOP, REPLY_TO)
            .plan(SenderContext.of(PlatformSender.of(FROM), DomainStatus.UNKNOWN)),
        new EmailContent(words.strip(), "", html, text),
        "01m8160qt0bz4fjv7m1p3k5r8t@platform.example",
        Instant.parse("2026-11-22T08:30:00Z"));
  }

  /** Ours. */
  @Benchmark
  public byte[] shopbell() throws MessagingException {
    return Letters.bytes(letter);
  }

  /** Angus Mail. */
  @Benchmark
  public byte[] angus() throws MessagingException, IOException {
    return octets(message());
  }

  private MimeMessage message() throws MessagingException, IOException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(FROM, SHOP, "UTF-8"));
    message.setReplyTo(new InternetAddress[] {new InternetAddress(REPLY_TO)});
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(TO));
    message.setSubject(letter.content().subject(), "UTF-8");
    message.setSentDate(Date.from(letter.date()));
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.content().text(), "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(letter.content().html(), "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  /** Simple Java Mail. */
  @Benchmark
  public byte[] simpleJavaMail() throws MessagingException, IOException {
    Email email =
        EmailBuilder.startingBlank()
            .from(SHOP, FROM)
            .withReplyTo(REPLY_TO)
            .to(TO)
            .withSubject(letter.content().subject())
            .withPlainText(letter.content().text())
            .withHTMLText(letter.content().html())
            .buildEmail();
    return octets(EmailConverter.emailToMimeMessage(email));
  }

  private static byte[] octets(MimeMessage message) throws MessagingException, IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(16_384);
    message.writeTo(octets);
    return octets.toByteArray();
  }
}
