package dev.shopbell.spring;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;

/** Takes the one bean of a type. */
final class OneBean {
  private OneBean() {}

  /**
   * The bean; empty when there is none.
   *
   * @param beans injected by a name that no host gives a bean: of several beans Spring takes the
   *     one that is named as the parameter is
   */
  static <T> Optional<T> of(ObjectProvider<T> beans, Class<T> type) {
    try {
      return Optional.ofNullable(beans.getIfAvailable());
    } catch (NoUniqueBeanDefinitionException e) {
      Collection<String> names = Objects.requireNonNullElse(e.getBeanNamesFound(), List.of());
      throw new MisconfiguredException(
          "Shopbell takes one bean of type %s, and there are %s: %s."
              .formatted(type.getName(), e.getNumberOfBeansFound(), String.join(", ", names)),
          "Mark one of them @Primary, or the others @Bean(defaultCandidate = false).",
          e);
    }
  }
}
