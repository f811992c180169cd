package dev.shopbell.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The exchange of one AUTH: PLAIN, LOGIN or XOAUTH2. */
final class SmtpLogin {
  private final ScriptedSmtpServer server;
  private final SmtpOctets octets;

  SmtpLogin(ScriptedSmtpServer server, SmtpOctets octets) {
    this.server = server;
    this.octets = octets;
  }

  /** True when user and secret are those of the server's endpoint. */
  boolean read(String line) throws IOException {
    String[] words = line.strip().split(" +", -1);
    String mechanism = words.length < 2 ? "" : words[1].toUpperCase(Locale.ROOT);
    String initial = words.length < 3 ? null : words[2];
    return switch (mechanism) {
      case "PLAIN" -> plain(decoded(initial == null ? asked("") : initial));
      case "LOGIN" -> steps(decoded(initial == null ? asked("VXNlcm5hbWU6") : initial));
      case "XOAUTH2" -> token(decoded(initial == null ? asked("") : initial));
      default -> false;
    };
  }

  private boolean steps(String user) throws IOException {
    String secret = decoded(asked("UGFzc3dvcmQ6"));
    return server.isUser(user) && server.isSecret(secret);
  }

  private boolean plain(String words) {
    String[] parts = words.split("\0", -1);
    return parts.length == 3 && server.isUser(parts[1]) && server.isSecret(parts[2]);
  }

  /** A refused token is explained, and the client says nothing to that (RFC 7628 does the same). */
  private boolean token(String words) throws IOException {
    String[] parts = words.split("\1", -1);
    boolean known =
        parts.length == 4
            && parts[0].startsWith("user=")
            && parts[1].startsWith("auth=Bearer ")
            && server.isUser(parts[0].substring(5))
            && server.isSecret(parts[1].substring(12));
    if (!known) {
      asked("eyJzdGF0dXMiOiI0MDEifQ==");
    }
    return known;
  }

  private String asked(String challenge) throws IOException {
    octets.write("334 " + challenge + "\r\n");
    String line = octets.line();
    return line == null ? "" : line;
  }

  private static String decoded(@Nullable String base64) {
    try {
      return new String(
          Base64.getDecoder().decode(String.valueOf(base64).strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
