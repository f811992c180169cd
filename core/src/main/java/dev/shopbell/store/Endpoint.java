package dev.shopbell.store;

import dev.shopbell.internal.Nearest;
import dev.shopbell.internal.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a transport connects, and as whom: {@code
 * smtp://user:secret@mail.example:587?tls=required}. Two endpoints are equal when all their parts
 * are, the credential too, so that what is kept for one (a connection, a breaker) is never used for
 * another.
 *
 * @param scheme names the transport, {@code smtp}
 * @param host a name or address; empty for a transport that needs none
 * @param port 1 to 65535, or 0 for the scheme's own
 * @param path as written, beginning with a slash; or empty
 * @param user who logs in; empty for nobody
 * @param credential what they log in with
 * @param options further settings by name, each transport's own
 */
public record Endpoint(
    String scheme,
    String host,
    int port,
    String path,
    String user,
    Credential credential,
    Map<String, String> options) {
  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]{0,31}");
  private static final int LONGEST = 2_000;

  /** The platform's own account, for a transport that was built with all it needs to know of it. */
  public static final Endpoint PLATFORM =
      new Endpoint("platform", "", 0, "", "", Credential.NONE, Map.of());

  public Endpoint {
    Objects.requireNonNull(credential, "credential");
    if (!SCHEME.matcher(scheme).matches()) {
      throw new IllegalArgumentException(
          "scheme " + Text.quoted(scheme) + " is not valid: use lower-case letters, digits, + . -");
    }
    Text.optionalLine("host", host, 255);
    Text.optionalLine("path", path, LONGEST);
    Text.optionalLine("user", user, 255);
    Text.optionalLine("credential", credential.reveal(), LONGEST);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ": give 1 to 65535, or none");
    }
    options = Map.copyOf(options);
    options.forEach(
        (name, value) -> Text.optionalLine("option " + Text.quoted(name), value, LONGEST));
  }

  /**
   * Reads {@code scheme://user:secret@host:port/path?name=value&name=value}. User, secret and
   * values are percent-decoded; a plus sign stays one.
   *
   * @throws IllegalArgumentException when it cannot be read; the message never repeats what might
   *     be a secret
   */
  public static Endpoint parse(String uri) {
    Objects.requireNonNull(uri, "endpoint");
    if (!uri.contains(":/")) {
      throw unreadable("write it as scheme://user:secret@host:port");
    }
    if (uri.length() > LONGEST) {
      throw unreadable("it has more than " + LONGEST + " characters");
    }
    try {
      return read(new URI(uri));
    } catch (URISyntaxException e) {
      return read(withoutAuthority(uri));
    }
  }

  /** The port, or the scheme's own when none was given. */
  public int portOr(int standard) {
    return port == 0 ? standard : port;
  }

  /** The value of an option, when it was given. */
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** The value of an option that is a whole number from {@code min} to {@code max}. */
  public int intOption(String name, int standard, int min, int max) {
    String text = options.getOrDefault(name, Integer.toString(standard));
    if (text.matches("[0-9]{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "option %s of %s is %s: give a whole number from %s to %s"
            .formatted(name, this, Text.quoted(text), min, max));
  }

  /**
   * Refuses options that the transport does not know, so that a mistyped one is not passed over.
   *
   * @throws IllegalArgumentException naming the first unknown option and those there are
   */
  public Endpoint allowOptions(Set<String> known) {
    for (String name : options.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "%s has no option %s: %s"
                .formatted(scheme, Text.quoted(name), Nearest.hint(name, known)));
      }
    }
    return this;
  }

  /** Refuses an endpoint without a host. */
  public Endpoint requireHost() {
    if (host.isEmpty()) {
      throw new IllegalArgumentException(
          "endpoint %s names no host: write %s://user:secret@host:port".formatted(this, scheme));
    }
    return this;
  }

  /**
   * Refuses an endpoint without a user or credential, or with a character in them that cannot stand
   * in a header: anything but visible ASCII.
   */
  public Endpoint requireLogin() {
    if (user.isEmpty() || credential.isNone()) {
      throw new IllegalArgumentException(
          "endpoint %s has no login: write %s://user:secret@host".formatted(this, scheme));
    }
    if (!(user + credential.reveal()).chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "endpoint "
              + this
              + " has a user or secret beyond visible ASCII: the provider gave neither");
    }
    return this;
  }

  /** The endpoint as a URI, without its credential and options: fit for a log. */
  @Override
  public String toString() {
    return scheme
        + "://"
        + (user.isEmpty() ? "" : "***" + (credential.isNone() ? "" : ":***") + "@")
        + (host.contains(":") ? "[" + host + "]" : host)
        + (port == 0 ? "" : ":" + port);
  }

  private static Endpoint read(URI uri) {
    if (uri.getScheme() == null || uri.isOpaque()) {
      throw unreadable("write it as scheme://user:secret@host:port");
    }
    String behind = uri.getRawPath() + uri.getRawQuery();
    if (uri.getRawFragment() != null || behind.contains("@")) {
      throw unreadable("percent-encode # / ? and @ in user, secret, path and options");
    }
    if (uri.getRawAuthority() != null && uri.getHost() == null) {
      throw unreadable(
          "its host or port is malformed, or user and secret hold a character to escape");
    }
    String[] login = Objects.requireNonNullElse(uri.getRawUserInfo(), "").split(":", 2);
    String host = Objects.requireNonNullElse(uri.getHost(), "");
    return new Endpoint(
        uri.getScheme().toLowerCase(Locale.ROOT),
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        Math.max(uri.getPort(), 0),
        Objects.requireNonNullElse(uri.getRawPath(), ""),
        decode(login[0]),
        Credential.of(login.length > 1 ? decode(login[1]) : ""),
        options(uri.getRawQuery()));
  }

  /** {@code memory://} has no authority for {@link URI}; here it is an endpoint without a host. */
  private static URI withoutAuthority(String uri) {
    if (uri.matches("[a-zA-Z][a-zA-Z0-9+.-]*://")) {
      return URI.create(uri + "/");
    }
    throw unreadable("percent-encode every character of user and secret but letters and digits");
  }

  private static Map<String, String> options(@Nullable String query) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      String before = options.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "true");
      if (before != null) {
        throw unreadable("the option " + Text.quoted(decode(parts[0])) + " stands in it twice");
      }
    }
    return options;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException unreadable(String remedy) {
    return new IllegalArgumentException("transport URI cannot be read: " + remedy);
  }
}
