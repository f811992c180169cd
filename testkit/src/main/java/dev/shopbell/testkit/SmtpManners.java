package dev.shopbell.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** How a {@link ScriptedSmtpServer} speaks, whatever it says. */
final class SmtpManners {
  volatile List<String> capabilities = List.of("PIPELINING", "8BITMIME", "AUTH PLAIN LOGIN");
  volatile Duration dribble = Duration.ZERO;
  volatile String injected = "";
  volatile boolean implicitTls;
  volatile boolean stripped;
  volatile @Nullable SSLContext tls;

  void usual() {
    dribble = Duration.ZERO;
    injected = "";
    stripped = false;
  }

  List<String> capabilities(boolean secured) {
    List<String> lines = new ArrayList<>(capabilities);
    if (tls != null && !secured && !stripped) {
      lines.add("STARTTLS");
    }
    return lines;
  }

  SSLContext tls() {
    return Objects.requireNonNull(tls);
  }
}
