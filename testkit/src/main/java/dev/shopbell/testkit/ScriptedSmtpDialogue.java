package dev.shopbell.testkit;

import dev.shopbell.testkit.ScriptedSmtpServer.Fault;
import dev.shopbell.testkit.StubProvider.Received;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One client's dialogue with a {@link ScriptedSmtpServer}. */
final class ScriptedSmtpDialogue {
  private final ScriptedSmtpServer server;
  private final SmtpOctets octets;
  private final StringBuilder envelope = new StringBuilder();
  private final StringBuilder chunks = new StringBuilder();
  private boolean secured;
  private boolean sender;
  private boolean recipient;

  ScriptedSmtpDialogue(ScriptedSmtpServer server, SmtpOctets octets) {
    this.server = server;
    this.octets = octets;
  }

  void run() throws IOException {
    if (server.manners().implicitTls) {
      secure();
    }
    boolean going = answer(SmtpStep.CONNECT, "220 scripted ESMTP");
    while (going) {
      String line = octets.line();
      going = line != null && command(line);
    }
  }

  private boolean command(String line) throws IOException {
    String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
    server.log().command(verb.equals("AUTH") ? "AUTH" : line);
    return switch (verb) {
      case "EHLO" -> answer(SmtpStep.EHLO, greeting(server.manners().capabilities(secured)));
      case "HELO" -> answer(SmtpStep.EHLO, "250 scripted");
      case "STARTTLS" -> startTls();
      case "AUTH" -> login(line);
      case "MAIL" -> mail(line);
      case "RCPT" -> rcpt(line);
      case "DATA" -> data();
      case "BDAT" -> chunk(line);
      case "RSET" -> {
        forget();
        yield answer(SmtpStep.RSET, "250 2.0.0 reset");
      }
      case "NOOP" -> answer(SmtpStep.NOOP, "250 2.0.0 still here");
      case "QUIT" -> {
        answer(SmtpStep.QUIT, "221 2.0.0 bye");
        yield false;
      }
      default -> say("500 5.5.1 unknown command");
    };
  }

  private static String greeting(List<String> capabilities) {
    StringBuilder reply = new StringBuilder("250-scripted");
    capabilities.forEach(line -> reply.append("\r\n250-").append(line));
    int last = reply.lastIndexOf("250-");
    return reply.replace(last, last + 4, "250 ").toString();
  }

  private boolean startTls() throws IOException {
    Object reply = server.at(SmtpStep.STARTTLS, "220 2.0.0 go ahead");
    if (!act(reply, server.manners().injected)) {
      return false;
    }
    if (reply.toString().startsWith("220")) {
      secure();
    }
    return true;
  }

  private void secure() throws IOException {
    octets.secure(server.manners().tls());
    secured = true;
    forget();
  }

  private boolean login(String line) throws IOException {
    SmtpLogin login = new SmtpLogin(server, octets);
    boolean known = login.read(line);
    return answer(
        SmtpStep.AUTH, known ? "235 2.7.0 welcome" : "535 5.7.8 user or password is wrong");
  }

  private boolean mail(String line) throws IOException {
    if (sender) {
      return say("503 5.5.1 nested MAIL");
    }
    envelope.setLength(0);
    envelope.append(line).append("\r\n");
    Object reply = server.at(SmtpStep.MAIL, "250 2.1.0 ok");
    sender = reply.toString().startsWith("2");
    return act(reply, "");
  }

  private boolean rcpt(String line) throws IOException {
    Object reply = server.at(SmtpStep.RCPT, sender ? "250 2.1.5 ok" : "503 5.5.1 MAIL first");
    if (sender && reply.toString().startsWith("2")) {
      recipient = true;
      envelope.append(line).append("\r\n");
    }
    return act(reply, "");
  }

  private boolean data() throws IOException {
    String usual = recipient ? "354 go ahead" : "503 5.5.1 no valid recipient";
    Object reply = server.at(SmtpStep.DATA, usual);
    if (!act(reply, "")) {
      return false;
    }
    if (!reply.toString().startsWith("354")) {
      return true;
    }
    StringBuilder letter = new StringBuilder();
    for (String line = octets.line(); !".".equals(line); line = octets.line()) {
      if (line == null) {
        return false;
      }
      letter.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return whole(letter.toString());
  }

  private boolean chunk(String line) throws IOException {
    String[] words = line.split(" ", -1);
    String text = octets.text(Integer.parseInt(words[1]));
    if (text == null) {
      return false;
    }
    chunks.append(text);
    if (words.length < 3) {
      return say("250 2.0.0 so far");
    }
    String letter = chunks.toString();
    chunks.setLength(0);
    return whole(letter);
  }

  private boolean whole(String letter) throws IOException {
    boolean addressed = recipient;
    String usual = addressed ? "250 2.0.0 queued" : "554 5.5.1 no valid recipient";
    Object reply = server.at(SmtpStep.CONTENT, usual);
    int end = letter.indexOf("\r\n\r\n");
    String head = end < 0 ? letter : letter.substring(0, end + 2);
    Received received = new Received(envelope + head, end < 0 ? "" : letter.substring(end + 4));
    if (addressed) {
      server.log().letter(received, reply.toString().startsWith("2"));
    }
    forget();
    return act(reply, "");
  }

  private void forget() {
    sender = false;
    recipient = false;
  }

  private boolean answer(SmtpStep step, String usual) throws IOException {
    return act(server.at(step, usual), "");
  }

  private boolean act(@Nullable Object action, String behind) throws IOException {
    if (action == Fault.STALL) {
      octets.write("2");
    }
    if (action == Fault.HANG || action == Fault.STALL) {
      server.awaitClose();
    }
    if (action instanceof Fault) {
      return false;
    }
    String reply = String.valueOf(action);
    octets.write(reply + "\r\n" + behind);
    return !reply.startsWith("421");
  }

  private boolean say(String reply) throws IOException {
    return act(reply, "");
  }
}
