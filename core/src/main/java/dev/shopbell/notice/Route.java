package dev.shopbell.notice;

import dev.shopbell.address.Channel;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * The channels that a type of notice may take.
 *
 * @param mode whether one channel is enough
 * @param channels in order of preference, none twice
 */
public record Route(Mode mode, List<Channel> channels) {
  /** Whether one channel is enough. */
  public enum Mode {
    /** One delivery, which walks the channels until one takes it. */
    FIRST_OF,
    /** A delivery for each channel. */
    ALL_OF
  }

  public Route {
    Objects.requireNonNull(mode, "mode");
    channels = List.copyOf(channels);
    if (channels.isEmpty()) {
      throw new IllegalArgumentException("a route has no channel: name at least one");
    }
    if (new HashSet<>(channels).size() < channels.size()) {
      throw new IllegalArgumentException("a route names a channel twice: " + channels);
    }
  }

  /**
   * The next channel is taken when one is skipped, refuses, or is reported failed; never while one
   * is unknown.
   */
  public static Route firstOf(Channel... channels) {
    return new Route(Mode.FIRST_OF, List.of(channels));
  }

  /** Every channel is taken. Seldom wise: most people take the second message for a nuisance. */
  public static Route allOf(Channel... channels) {
    return new Route(Mode.ALL_OF, List.of(channels));
  }
}
