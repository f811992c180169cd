package dev.shopbell.spring;

import dev.shopbell.NotifierBuilder;
import dev.shopbell.transport.TransportUri;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A transport URI and where it stands.
 *
 * @param property the property that gives it, {@code shopbell.transports[0]}
 * @param uri the URI, which does not print
 */
record NamedUri(String property, SecretUri uri) {
  /** Boot leaves it where it stands when nothing gives it a value. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-zA-Z0-9_.-]+)}");

  /** Gives it to the builder when it can be read. */
  void applyTo(NotifierBuilder builder) {
    requireNoPlaceholder();
    try {
      TransportUri.parse(uri.reveal());
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
    builder.transport(uri.reveal());
  }

  private void requireNoPlaceholder() {
    Matcher placeholder = PLACEHOLDER.matcher(uri.reveal());
    if (placeholder.find()) {
      throw new MisconfiguredException(
          property + " holds the placeholder " + placeholder.group() + ", which has no value.",
          "Set " + placeholder.group(1) + ", or leave the placeholder out.");
    }
  }

  /** The failure that says what is wrong with it. */
  MisconfiguredException unusable(IllegalArgumentException refusal) {
    return new MisconfiguredException(
        property + " cannot be used: " + refusal.getMessage() + ".",
        "Write "
            + property
            + " as scheme://user:secret@host:port, or as failover(a,b); percent-encode every"
            + " character of user and secret but letters and digits.",
        refusal);
  }
}
