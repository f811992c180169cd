package dev.shopbell.spring;

import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Masks every value in an actuator page that is the transports' or holds them: the property and
 * environment variable, the whole command line, the configuration as JSON.
 */
final class SecretSanitizer implements SanitizingFunction {
  private static final Pattern OURS = Pattern.compile("(?is)shopbell.*transports");

  @Override
  public SanitizableData apply(SanitizableData data) {
    return OURS.matcher(data.getKey() + " " + data.getValue()).find()
        ? data.withSanitizedValue()
        : data;
  }
}
