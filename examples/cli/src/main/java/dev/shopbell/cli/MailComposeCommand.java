package dev.shopbell.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.address.DomainName;
import dev.shopbell.dkim.DkimKey;
import dev.shopbell.dkim.DkimSigner;
import dev.shopbell.mime.Draft;
import dev.shopbell.mime.Letters;
import dev.shopbell.store.Credential;
import dev.shopbell.transport.LetterSigner;
import jakarta.mail.MessagingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "compose",
    description = {
      "Writes a message as it goes over the wire (RFC 5322) to standard output.",
      "Reads it as JSON from standard input: {\"from\",\"to\":[…] or one,\"cc\",\"bcc\",\"replyTo\","
          + "\"envelopeFrom\",\"subject\",\"preheader\",\"text\",\"html\",\"listUnsubscribe\","
          + "\"attachments\":[{\"name\",\"type\",\"file\",\"cid\"}],\"messageId\",\"date\"}."
    },
    mixinStandardHelpOptions = true)
final class MailComposeCommand implements Callable<Integer> {
  @Option(
      names = "--dkim-key",
      paramLabel = "FILE",
      description = "A private key in PEM that signs for the domain in From.")
  private @Nullable Path dkimKey;

  @Option(
      names = "--dkim-selector",
      paramLabel = "S",
      description = "The name that its record is published under.")
  private @Nullable String dkimSelector;

  @Override
  public Integer call() throws IOException, MessagingException {
    Draft draft = MailJson.draft(message(), Clock.systemUTC(), new SecureRandom());
    OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
    Letters.wire(draft, signer(draft), false).writeTo(out);
    out.flush();
    return 0;
  }

  private static JsonNode message() throws IOException {
    try {
      return JsonLines.JSON.readTree(System.in);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "standard input is not one message as JSON: "
              + e.getOriginalMessage().lines().findFirst().orElse(""),
          e);
    }
  }

  private LetterSigner signer(Draft draft) {
    if (dkimKey == null && dkimSelector == null) {
      return LetterSigner.NONE;
    }
    if (dkimKey == null || dkimSelector == null) {
      throw new IllegalArgumentException("give both --dkim-key and --dkim-selector, or neither");
    }
    String pem = String.join("\n", DnsOptions.lines("--dkim-key", dkimKey));
    DkimKey key = DkimKey.of(dkimSelector, Credential.of(pem));
    DomainName domain = draft.author().from().address().domain();
    System.err.println(key.selector() + "._domainkey." + domain + " TXT " + key.record());
    return DkimSigner.of(domain, List.of(key), draft.date());
  }
}
