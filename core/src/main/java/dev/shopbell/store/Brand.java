package dev.shopbell.store;

import dev.shopbell.internal.Text;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a store looks in its letters.
 *
 * @param accent the colour of buttons and rules, {@code #rrggbb}
 * @param logo an https image; empty shows the store's name
 * @param site where the store's name leads, https
 * @param postalAddress stands in the footer; empty leaves it out
 */
public record Brand(String accent, Optional<URI> logo, Optional<URI> site, String postalAddress) {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  /** No logo, no site, a calm green. */
  public static final Brand PLAIN = new Brand("#1f6f5c", Optional.empty(), Optional.empty(), "");

  public Brand {
    Objects.requireNonNull(accent, "accent");
    if (!COLOUR.matcher(accent).matches()) {
      throw new IllegalArgumentException(
          "accent colour is " + Text.quoted(accent) + ": write it as #rrggbb");
    }
    logo.ifPresent(uri -> requireHttps("logo", uri));
    site.ifPresent(uri -> requireHttps("site", uri));
    Text.optionalLine("postal address", postalAddress, 300);
  }

  private static void requireHttps(String what, URI uri) {
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          what + " is " + Text.quoted(uri.toString()) + ": give an https address");
    }
  }
}
