package dev.shopbell.spring;

import dev.shopbell.address.Channel;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportFactory;
import dev.shopbell.transport.Transports;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Finds which property or bean made the builder refuse the transports: it tries them one by one.
 * Used only when they were refused.
 *
 * @param uris the transports in properties
 * @param optional has the clock
 * @param ordered has the other transports, and their factories
 */
record TransportCheck(List<NamedUri> uris, OptionalBeans optional, OrderedBeans ordered) {

  /** The failure that names the property or bean; in general terms when none is found. */
  MisconfiguredException explain(IllegalArgumentException refusal) {
    try (Transports kinds =
        new Transports(
            optional.clock().orElse(Clock.systemUTC()),
            ordered.factories(),
            ServiceLoader.load(TransportFactory.class))) {
      Map<Channel, String> owners = new HashMap<>();
      ordered
          .transports()
          .orderedStream()
          .forEach(bean -> claim(owners, bean, "the bean " + bean.getClass().getName()));
      uris.forEach(uri -> claim(owners, open(kinds, uri), uri.property()));
      return new MisconfiguredException(
          "The transports cannot be used: " + refusal.getMessage() + ".",
          "Correct what a NotifierCustomizer or a Transport bean gives.",
          refusal);
    } catch (IllegalArgumentException e) {
      return new MisconfiguredException(
          "The transports cannot be used: " + e.getMessage() + ".",
          "Leave out one of the two: a TransportFactory bean, or the jar that brings it.",
          e);
    } catch (MisconfiguredException e) {
      return e;
    }
  }

  private static Transport open(Transports kinds, NamedUri uri) {
    try {
      return kinds.open(uri.uri().reveal());
    } catch (IllegalArgumentException e) {
      throw uri.unusable(e);
    }
  }

  private static void claim(Map<Channel, String> owners, Transport transport, String owner) {
    Channel channel = transport.info().channel();
    String other = owners.put(channel, owner);
    if (other != null) {
      throw new MisconfiguredException(
          "The channel %s has two transports, %s and %s.".formatted(channel, other, owner),
          "Keep one of them, or put two URIs together in one property, as in"
              + " shopbell.transports[0]=failover(a,b).");
    }
  }
}
