package dev.shopbell.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Tells what is missing or wrong. It comes before Boot's own analysis of failed binding, which
 * shows the value.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MisconfiguredAnalyzer extends AbstractFailureAnalyzer<MisconfiguredException> {
  MisconfiguredAnalyzer() {}

  @Override
  protected FailureAnalysis analyze(Throwable failure, MisconfiguredException cause) {
    return new FailureAnalysis(cause.problem(), cause.remedy(), cause);
  }
}
