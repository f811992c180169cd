package dev.shopbell.spring;

import dev.shopbell.transport.Transport;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when there is a transport, by property or as a bean. Whether it can be used is not asked
 * here: one that cannot must end the start and not be passed over.
 */
final class TransportGiven extends AnyNestedCondition {
  TransportGiven() {
    super(ConfigurationPhase.REGISTER_BEAN);
  }

  /** The property. */
  @Conditional(InProperty.class)
  static final class ByProperty {}

  /** The bean. */
  @ConditionalOnBean(Transport.class)
  static final class ByBean {}

  /**
   * Looks whether the property is there and not blank, and at nothing else in it. The first source
   * that has it decides, as in binding.
   */
  static final class InProperty extends SpringBootCondition {
    private static final ConfigurationPropertyName ALL = ShopbellProperties.TRANSPORTS;
    private static final ConfigurationPropertyName FIRST = ALL.append("[0]");
    private static final ConfigurationPropertyName SECOND = ALL.append("[1]");

    @Override
    public ConditionOutcome getMatchOutcome(
        ConditionContext context, AnnotatedTypeMetadata metadata) {
      ConditionMessage.Builder message = ConditionMessage.forCondition("Shopbell transports");
      for (ConfigurationPropertySource source :
          ConfigurationPropertySources.get(context.getEnvironment())) {
        if (isIn(source)) {
          return isBlankIn(source, context.getEnvironment())
              ? ConditionOutcome.noMatch(message.because("shopbell.transports is blank"))
              : ConditionOutcome.match(message.because("shopbell.transports is set"));
        }
      }
      return ConditionOutcome.noMatch(message.because("shopbell.transports is not set"));
    }

    private static boolean isIn(ConfigurationPropertySource source) {
      return source.getConfigurationProperty(ALL) != null
          || source.getConfigurationProperty(FIRST) != null
          || source.containsDescendantOf(ALL) == ConfigurationPropertyState.PRESENT;
    }

    private static boolean isBlankIn(ConfigurationPropertySource source, Environment environment) {
      ConfigurationProperty all = source.getConfigurationProperty(ALL);
      ConfigurationProperty first = source.getConfigurationProperty(FIRST);
      if (all == null && source.getConfigurationProperty(SECOND) != null) {
        return false;
      }
      ConfigurationProperty only = all == null ? first : all;
      return only != null
          && environment.resolvePlaceholders(String.valueOf(only.getValue())).isBlank();
    }
  }
}
