package dev.shopbell.spring;

import dev.shopbell.NotifierBuilder;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.inbound.InboundListener;
import dev.shopbell.plan.Gate;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The beans of which there may be several, taken in their order.
 *
 * @param transports the platform's transports beside those in properties
 * @param factories kinds of transport beside those on the class path
 * @param gates what is asked before a channel is taken
 * @param listeners who is told of deliveries
 * @param inbound who is told of what comes back by mail
 * @param customizers who has the last word
 */
record OrderedBeans(
    ObjectProvider<Transport> transports,
    ObjectProvider<TransportFactory> factories,
    ObjectProvider<Gate> gates,
    ObjectProvider<DeliveryListener> listeners,
    ObjectProvider<InboundListener> inbound,
    ObjectProvider<NotifierCustomizer> customizers) {

  /** Gives all of them to the builder, and the builder to the customizers. */
  void applyTo(NotifierBuilder builder) {
    transports.orderedStream().forEach(builder::transport);
    factories.orderedStream().forEach(builder::transportFactory);
    gates.orderedStream().forEach(builder::gate);
    listeners.orderedStream().forEach(builder::listener);
    inbound.orderedStream().forEach(builder::inboundListener);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
  }
}
