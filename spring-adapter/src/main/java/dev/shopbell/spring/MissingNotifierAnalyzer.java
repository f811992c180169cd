package dev.shopbell.spring;

import dev.shopbell.Notifier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;

/** Tells a host that wants a notifier and has none what makes one. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingNotifierAnalyzer
    extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {
  MissingNotifierAnalyzer() {}

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable failure, NoSuchBeanDefinitionException cause, @Nullable String wanting) {
    ResolvableType type = cause.getResolvableType();
    if (cause instanceof NoUniqueBeanDefinitionException
        || type == null
        || type.resolve() != Notifier.class) {
      return null;
    }
    String who = wanting == null ? "A bean" : wanting;
    return new FailureAnalysis(
        who + " required a bean of type " + Notifier.class.getName() + ", and there is none.",
        "Set shopbell.transports[0] to the URI of a transport, such as"
            + " smtp://user:secret@host:587, or define a bean of type"
            + " dev.shopbell.transport.Transport; or define the Notifier itself.",
        cause);
  }
}
