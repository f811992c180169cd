package dev.shopbell.spring;

import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Keeps the transports out of what is told when they cannot be bound: Boot's own exceptions, and
 * its analysis of them, show the value that was rejected.
 */
final class SecretBindAdvisor implements ConfigurationPropertiesBindHandlerAdvisor {
  private static final String REMEDY =
      "Number the transports from shopbell.transports[0] on without a gap, each one text, a"
          + " URI in quotes.";

  @Override
  public BindHandler apply(BindHandler handler) {
    return new AbstractBindHandler(handler) {
      @Override
      public Object onFailure(
          ConfigurationPropertyName name,
          Bindable<?> target,
          BindContext context,
          Exception failure)
          throws Exception {
        if (ShopbellProperties.TRANSPORTS.equals(name)
            || ShopbellProperties.TRANSPORTS.isAncestorOf(name)) {
          throw masked(failure);
        }
        return super.onFailure(name, target, context, failure);
      }
    };
  }

  private static MisconfiguredException masked(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MisconfiguredException told) {
        return told;
      }
    }
    return new MisconfiguredException(
        "shopbell.transports cannot be read: there is a gap in its numbers, or an entry that is not"
            + " one text.",
        REMEDY);
  }
}
