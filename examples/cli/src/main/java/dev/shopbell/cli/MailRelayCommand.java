package dev.shopbell.cli;

import dev.shopbell.dkim.ArrivedLetter;
import dev.shopbell.dkim.DkimSignature;
import dev.shopbell.dkim.UnsubscribeCover;
import dev.shopbell.smtp.SmtpCheck;
import dev.shopbell.smtp.SmtpDiagnosis;
import dev.shopbell.smtp.SmtpSettings;
import dev.shopbell.smtp.SmtpTls;
import dev.shopbell.store.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "relay",
    description = {
      "Looks a mail server over without sending: name, TLS, certificate, login; and a letter that"
          + " arrived through it: who signed it, and whether that covers the unsubscribe fields.",
      "A line of JSON each, with the same in words."
    },
    mixinStandardHelpOptions = true)
final class MailRelayCommand implements Callable<Integer> {
  @Option(
      names = "--smtp",
      paramLabel = "URI",
      description = "The server: smtp://user:secret@host:587, with ?tls=none without TLS.")
  private @Nullable String smtp;

  @Option(
      names = "--letter",
      paramLabel = "FILE",
      description = "A raw message (.eml) as it arrived; - for standard input.")
  private @Nullable Path letter;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "Of the words: en, es or zh-CN (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long the server may take (default: ${DEFAULT-VALUE}).")
  private int timeout = 30;

  @Override
  public Integer call() throws IOException {
    if (smtp == null && letter == null) {
      throw new IllegalArgumentException("give --smtp, --letter or both");
    }
    if (timeout < 1 || timeout > 3_600) {
      throw new IllegalArgumentException("--timeout is " + timeout + ": give 1 to 3600");
    }
    boolean fine = smtp == null || server(Endpoint.parse(smtp));
    return (letter == null || arrived(letter)) && fine ? 0 : 1;
  }

  private boolean server(Endpoint endpoint) {
    SmtpCheck check = new SmtpCheck(SmtpSettings.STANDARD, Clock.systemUTC(), new SecureRandom());
    SmtpDiagnosis found = check.relay(endpoint, Duration.ofSeconds(timeout));
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("stage", Words.lower(found.stage()));
    line.put("passed", found.passed());
    line.put("reply", found.reply());
    line.put("tls", found.tls().map(MailRelayCommand::tls).orElse(null));
    line.put("offers", found.offers().stream().sorted().toList());
    line.put("text", found.text(locale()));
    JsonLines.print(line);
    return found.passed();
  }

  private static Map<String, Object> tls(SmtpTls tls) {
    Map<String, Object> safe = new LinkedHashMap<>();
    safe.put("protocol", tls.protocol());
    safe.put("cipher", tls.cipher());
    safe.put("subject", tls.subject());
    safe.put("issuer", tls.issuer());
    safe.put("until", tls.until().toString());
    return safe;
  }

  private boolean arrived(Path file) throws IOException {
    ArrivedLetter found = read(file);
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("from", found.from().map(Object::toString).orElse(null));
    line.put("signatures", found.signatures().stream().map(MailRelayCommand::signature).toList());
    line.put("unsubscribe", Words.lower(found.cover()));
    line.put("text", found.text(locale()));
    JsonLines.print(line);
    return found.cover() == UnsubscribeCover.COVERED;
  }

  private static ArrivedLetter read(Path file) throws IOException {
    try (InputStream raw = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
      return ArrivedLetter.read(raw);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          file + " cannot be read: give a file with one raw message", e);
    }
  }

  private static Map<String, Object> signature(DkimSignature signature) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("domain", signature.domain());
    said.put("selector", signature.selector());
    said.put("algorithm", signature.algorithm());
    said.put("signed", signature.signed());
    return said;
  }

  private Locale locale() {
    return Locale.forLanguageTag(language);
  }
}
