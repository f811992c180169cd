package dev.shopbell.transport;

import dev.shopbell.internal.Text;
import dev.shopbell.store.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How a transport is configured: an endpoint, {@code smtp://user:secret@host:587}, or several put
 * together, {@code failover(breaker(smtp://a.example),smtp://b.example)}. It prints without
 * credentials.
 */
public sealed interface TransportUri {
  /** How transports are put together. */
  enum Combinator {
    /** The next is tried where the one before it cannot help; the first is always tried first. */
    FAILOVER,
    /** As failover, but each message begins with the next one. */
    ROUNDROBIN,
    /** One transport that is left alone for a while after it has failed several times in a row. */
    BREAKER
  }

  /**
   * One endpoint.
   *
   * @param endpoint where to connect, and as whom
   */
  record Single(Endpoint endpoint) implements TransportUri {
    @Override
    public String toString() {
      return endpoint.toString();
    }
  }

  /**
   * Several put together.
   *
   * @param combinator how
   * @param parts what; exactly one for a breaker
   */
  record Combined(Combinator combinator, List<TransportUri> parts) implements TransportUri {
    public Combined {
      parts = List.copyOf(parts);
      if (parts.isEmpty() || (combinator == Combinator.BREAKER && parts.size() > 1)) {
        throw unreadable(
            name(combinator)
                + " has "
                + parts.size()
                + " transports: give a breaker one, others more");
      }
    }

    @Override
    public String toString() {
      return name(combinator)
          + parts.stream().map(Object::toString).collect(Collectors.joining(",", "(", ")"));
    }
  }

  /**
   * Reads a transport URI of at most 8,000 characters, nested at most 4 deep.
   *
   * @throws IllegalArgumentException saying what cannot be read, without what may be a secret
   */
  static TransportUri parse(String text) {
    Objects.requireNonNull(text, "transport URI");
    if (text.length() > 8_000) {
      throw unreadable("it has more than 8000 characters");
    }
    return parse(text.strip(), 0);
  }

  private static TransportUri parse(String text, int depth) {
    int bracket = text.indexOf('(');
    int scheme = text.indexOf("://");
    if (bracket < 0 || (scheme >= 0 && scheme < bracket)) {
      return new Single(Endpoint.parse(text));
    }
    if (depth == 4 || !text.endsWith(")")) {
      throw unreadable("its brackets do not close, or are nested more than 4 deep");
    }
    List<TransportUri> parts = new ArrayList<>();
    for (String part : split(text.substring(bracket + 1, text.length() - 1))) {
      parts.add(parse(part.strip(), depth + 1));
    }
    return new Combined(combinator(text.substring(0, bracket)), parts);
  }

  private static Combinator combinator(String name) {
    for (Combinator combinator : Combinator.values()) {
      if (name(combinator).equals(name.strip())) {
        return combinator;
      }
    }
    throw unreadable(
        (name.strip().matches("[A-Za-z-]{0,20}")
                ? Text.quoted(name.strip())
                : "what stands before a bracket")
            + " is unknown: put transports together by failover, roundrobin or breaker");
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static String name(Combinator combinator) {
    return combinator.name().toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException unreadable(String remedy) {
    return new IllegalArgumentException("transport URI cannot be read: " + remedy);
  }
}
