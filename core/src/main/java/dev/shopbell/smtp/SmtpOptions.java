package dev.shopbell.smtp;

import dev.shopbell.internal.Nearest;
import dev.shopbell.internal.Text;
import dev.shopbell.store.Endpoint;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the options of an endpoint say, read once. The factory's Javadoc tells what each means. */
record SmtpOptions(Tls tls, Limits limits, Auth auth, String helo, String reports) {
  private static final Set<String> KNOWN =
      Set.of(
          "tls", "timeout", "pool", "idle", "messages", "life", "chunking", "auth", "helo", "dsn");
  private static final Set<String> AUTH = Set.of("auto", "plain", "login", "xoauth2");
  private static final Pattern HELO = Pattern.compile("[A-Za-z0-9.-]{1,255}|\\[[A-Za-z0-9.:]+]");
  private static final Pattern DSN =
      Pattern.compile("never|(failure|delay|success)([+](failure|delay|success)){0,2}");

  /** How the connection is made safe. */
  enum Tls {
    /** From its first octet. */
    IMPLICIT,
    /** By STARTTLS, or not at all. */
    STARTTLS,
    /** Not at all. */
    NONE
  }

  /** How one logs in. */
  enum Auth {
    AUTO,
    PLAIN,
    LOGIN,
    XOAUTH2
  }

  /** How many, and for how long. A window of 0 is no CHUNKING. */
  record Limits(
      int pool, int messages, int window, Duration timeout, Duration idle, Duration life) {}

  static SmtpOptions of(Endpoint endpoint) {
    endpoint.requireHost().allowOptions(KNOWN);
    if (!endpoint.path().isEmpty() && !endpoint.path().equals("/")) {
      throw new IllegalArgumentException(
          "endpoint "
              + endpoint
              + " has a path: an SMTP server has none, write host and port alone");
    }
    Limits limits =
        new Limits(
            endpoint.intOption("pool", 4, 1, 1_000),
            endpoint.intOption("messages", 1_000, 1, 1_000_000),
            endpoint.intOption("chunking", 0, 0, 64),
            Duration.ofSeconds(endpoint.intOption("timeout", 30, 1, 600)),
            Duration.ofSeconds(endpoint.intOption("idle", 60, 1, 3_600)),
            Duration.ofSeconds(endpoint.intOption("life", 600, 1, 86_400)));
    requireWholeLogin(endpoint);
    return new SmtpOptions(tls(endpoint), limits, auth(endpoint), helo(endpoint), dsn(endpoint));
  }

  int port(Endpoint endpoint) {
    return endpoint.portOr(tls == Tls.IMPLICIT ? 465 : 587);
  }

  private static Tls tls(Endpoint endpoint) {
    String tls = endpoint.option("tls").orElse("required");
    if (!tls.equals("required") && !tls.equals("none")) {
      throw new IllegalArgumentException(
          "option tls of %s is %s: give required or none".formatted(endpoint, Text.quoted(tls)));
    }
    if (endpoint.scheme().endsWith("smtps")) {
      return Tls.IMPLICIT;
    }
    return tls.equals("none") ? Tls.NONE : Tls.STARTTLS;
  }

  private static Auth auth(Endpoint endpoint) {
    String auth = endpoint.option("auth").orElse("auto");
    if (!AUTH.contains(auth)) {
      throw new IllegalArgumentException(
          "option auth of %s is %s: %s"
              .formatted(endpoint, Text.quoted(auth), Nearest.hint(auth, AUTH)));
    }
    return Auth.valueOf(auth.toUpperCase(Locale.ROOT));
  }

  private static String helo(Endpoint endpoint) {
    String helo = endpoint.option("helo").orElse("");
    if (!helo.isEmpty() && !HELO.matcher(helo).matches()) {
      throw new IllegalArgumentException(
          "option helo of %s is %s: give this machine's name, or its address in square brackets"
              .formatted(endpoint, Text.quoted(helo)));
    }
    return helo;
  }

  /** As NOTIFY of RFC 3461 has it; empty when nothing is asked of the server. */
  private static String dsn(Endpoint endpoint) {
    String dsn = endpoint.option("dsn").orElse("");
    if (!dsn.isEmpty() && !DSN.matcher(dsn).matches()) {
      throw new IllegalArgumentException(
          "option dsn of %s is %s: give never, or failure, delay and success joined by +"
              .formatted(endpoint, Text.quoted(dsn)));
    }
    return dsn.replace('+', ',').toUpperCase(Locale.ROOT);
  }

  private static void requireWholeLogin(Endpoint endpoint) {
    boolean tokens = endpoint.option("auth").orElse("").equals("xoauth2");
    boolean alone = endpoint.user().isEmpty() != endpoint.credential().isNone();
    if (alone && !(tokens && !endpoint.user().isEmpty())) {
      throw new IllegalArgumentException(
          "endpoint " + endpoint + " has a user or a secret alone: give both, or none");
    }
  }
}
