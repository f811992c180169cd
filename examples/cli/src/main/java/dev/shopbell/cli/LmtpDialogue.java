package dev.shopbell.cli;

import dev.shopbell.inbound.Envelope;
import dev.shopbell.inbound.InboundMail;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection: commands, and messages that are read as they come. */
final class LmtpDialogue {
  private static final int LONGEST_LINE = 2_000;
  private static final int MOST_RECIPIENTS = 1_000;
  private static final Pattern PATH =
      Pattern.compile("(?i)(?:from|to):\\s*<([^<>\\s]{0,1000})>(?:\\s.*)?");

  private final InputStream in;
  private final OutputStream out;
  private final Consumer<InboundMail> handler;
  private final List<String> recipients = new ArrayList<>();
  private Optional<String> sender = Optional.empty();
  private boolean lmtp;

  LmtpDialogue(InputStream in, OutputStream out, Consumer<InboundMail> handler) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.out = out;
    this.handler = handler;
  }

  void run() throws IOException {
    reply("220 localhost shopbell LMTP");
    for (String line = line(); line != null; line = line()) {
      String[] words = line.strip().split("\\s+", 2);
      String rest = words.length > 1 ? words[1] : "";
      if (words[0].equalsIgnoreCase("QUIT")) {
        reply("221 2.0.0 goodbye");
        return;
      }
      answer(words[0].toUpperCase(Locale.ROOT), rest);
    }
  }

  private void answer(String verb, String rest) throws IOException {
    switch (verb) {
      case "LHLO", "EHLO", "HELO" -> greet(verb);
      case "MAIL" -> mail(rest);
      case "RCPT" -> rcpt(rest);
      case "DATA" -> data();
      case "RSET" -> {
        reset();
        reply("250 2.0.0 forgotten");
      }
      case "NOOP" -> reply("250 2.0.0 still here");
      case "VRFY" -> reply("252 2.1.5 try it");
      default -> reply("500 5.5.2 that is no command here");
    }
  }

  private void greet(String verb) throws IOException {
    reset();
    lmtp = verb.equals("LHLO");
    reply(
        verb.equals("HELO")
            ? "250 localhost"
            : "250-localhost\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n"
                + "250 ENHANCEDSTATUSCODES");
  }

  private void mail(String rest) throws IOException {
    Matcher path = PATH.matcher(rest);
    if (!path.matches()) {
      reply("501 5.5.4 write MAIL FROM:<address>");
    } else if (sender.isPresent()) {
      reply("503 5.5.1 a message is begun: finish it, or RSET");
    } else {
      sender = Optional.of(path.group(1));
      reply("250 2.1.0 ok");
    }
  }

  private void rcpt(String rest) throws IOException {
    Matcher path = PATH.matcher(rest);
    if (sender.isEmpty()) {
      reply("503 5.5.1 MAIL comes first");
    } else if (!path.matches() || path.group(1).isEmpty()) {
      reply("501 5.5.4 write RCPT TO:<address>");
    } else if (recipients.size() >= MOST_RECIPIENTS) {
      reply("452 4.5.3 too many recipients");
    } else {
      recipients.add(path.group(1));
      reply("250 2.1.5 ok");
    }
  }

  private void data() throws IOException {
    if (recipients.isEmpty()) {
      reply("503 5.5.1 RCPT comes first");
      return;
    }
    reply("354 end with a dot alone");
    String answer = handled(new DottedStream(in));
    for (int i = 0; i < (lmtp ? recipients.size() : 1); i++) {
      reply(answer);
    }
    reset();
  }

  /** A message that could not be handled stays with the server in front. */
  private String handled(DottedStream message) throws IOException {
    InboundMail mail = InboundMail.read(message, new Envelope(sender, recipients));
    try {
      handler.accept(mail);
      return "250 2.0.0 taken";
    } catch (RuntimeException e) {
      return "451 4.3.0 it could not be handled";
    }
  }

  private void reset() {
    sender = Optional.empty();
    recipients.clear();
  }

  private void reply(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** The next command; null at the end. */
  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (line.size() < LONGEST_LINE) {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
