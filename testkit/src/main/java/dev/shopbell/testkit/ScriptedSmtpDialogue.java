package dev.shopbell.testkit;

import dev.shopbell.testkit.ScriptedSmtpServer.Fault;
import dev.shopbell.testkit.StubProvider.Received;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One client's dialogue with a {@link ScriptedSmtpServer}. */
final class ScriptedSmtpDialogue {
  private final ScriptedSmtpServer server;
  private final BufferedReader in;
  private final OutputStream out;
  private final StringBuilder envelope = new StringBuilder();

  ScriptedSmtpDialogue(ScriptedSmtpServer server, Socket socket) throws IOException {
    this.server = server;
    this.in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    this.out = socket.getOutputStream();
  }

  void run() throws IOException {
    boolean going = answer(SmtpStep.CONNECT, "220 scripted ESMTP");
    while (going) {
      String line = in.readLine();
      going = line != null && command(line);
    }
  }

  private boolean command(String line) throws IOException {
    String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
    server.took(verb.equals("AUTH") ? "AUTH" : line);
    return switch (verb) {
      case "EHLO", "HELO" ->
          answer(SmtpStep.EHLO, "250-scripted\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN");
      case "AUTH" -> login(line);
      case "MAIL" -> envelope(SmtpStep.MAIL, line);
      case "RCPT" -> envelope(SmtpStep.RCPT, line);
      case "DATA" -> data();
      case "RSET" -> answer(SmtpStep.RSET, "250 2.0.0 reset");
      case "NOOP" -> say("250 2.0.0 still here");
      case "QUIT" -> {
        answer(SmtpStep.QUIT, "221 2.0.0 bye");
        yield false;
      }
      default -> say("500 5.5.1 unknown command");
    };
  }

  private boolean login(String line) throws IOException {
    if (line.toUpperCase(Locale.ROOT).startsWith("AUTH LOGIN")) {
      say("334 VXNlcm5hbWU6");
      in.readLine();
      say("334 UGFzc3dvcmQ6");
      in.readLine();
    } else if (line.strip().split(" ").length < 3) {
      say("334 ");
      in.readLine();
    }
    return answer(SmtpStep.AUTH, "235 2.7.0 welcome");
  }

  private boolean envelope(SmtpStep step, String line) throws IOException {
    if (step == SmtpStep.MAIL) {
      envelope.setLength(0);
    }
    envelope.append(line).append("\r\n");
    return answer(step, "250 2.1.0 ok");
  }

  private boolean data() throws IOException {
    Object reply = server.at(SmtpStep.DATA, "354 go ahead");
    if (!act(reply)) {
      return false;
    }
    if (!reply.toString().startsWith("354")) {
      return true;
    }
    StringBuilder letter = new StringBuilder();
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        return false;
      }
      letter.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    took(letter.toString());
    return answer(SmtpStep.CONTENT, "250 2.0.0 queued");
  }

  private void took(String letter) {
    int end = letter.indexOf("\r\n\r\n");
    String head = end < 0 ? letter : letter.substring(0, end + 2);
    server.took(new Received(envelope + head, end < 0 ? "" : letter.substring(end + 4)));
  }

  private boolean answer(SmtpStep step, String usual) throws IOException {
    return act(server.at(step, usual));
  }

  private boolean act(@Nullable Object action) throws IOException {
    if (action == Fault.STALL) {
      out.write('2');
      out.flush();
    }
    if (action == Fault.HANG || action == Fault.STALL) {
      server.awaitClose();
    }
    return !(action instanceof Fault) && say(String.valueOf(action));
  }

  private boolean say(String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return true;
  }
}
