package dev.shopbell.store;

import dev.shopbell.internal.Text;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a store looks and sounds in its letters.
 *
 * @param accent the colour of buttons and rules, {@code #rrggbb}
 * @param logo an https image, PNG or JPEG since mail clients show no SVG, shown 32 pixels high,
 *     with a background of its own since a dark scheme may lie behind it; empty shows the store's
 *     name
 * @param site where the store's name leads, https
 * @param postalAddress stands in the footer; empty leaves it out
 * @param typeface the kind of letters
 * @param tone how it greets and signs
 * @param links at most six, shown in the footer
 */
public record Brand(
    String accent,
    Optional<URI> logo,
    Optional<URI> site,
    String postalAddress,
    Typeface typeface,
    Tone tone,
    List<Link> links) {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final int MOST_LINKS = 6;

  /**
   * A place of the store's in the footer of its letters.
   *
   * @param label in the store's own words, at most 40 characters
   * @param address https
   */
  public record Link(String label, URI address) {
    public Link {
      Text.line("link label", label, 40);
      requireHttps("link", address);
    }
  }

  /** No logo, no site, a calm green. */
  public static final Brand PLAIN = new Brand("#1f6f5c", Optional.empty(), Optional.empty(), "");

  public Brand {
    Objects.requireNonNull(accent, "accent");
    if (!COLOUR.matcher(accent).matches()) {
      throw new IllegalArgumentException(
          "accent colour is " + Text.quoted(accent) + ": write it as #rrggbb");
    }
    logo.ifPresent(Brand::requireImage);
    site.ifPresent(uri -> requireHttps("site", uri));
    Text.optionalLine("postal address", postalAddress, 300);
    Objects.requireNonNull(typeface, "typeface");
    Objects.requireNonNull(tone, "tone");
    links = List.copyOf(links);
    if (links.size() > MOST_LINKS) {
      throw new IllegalArgumentException(
          "a brand has %d links: give at most %d".formatted(links.size(), MOST_LINKS));
    }
  }

  /** Warm, in the reader's own font, without links. */
  public Brand(String accent, Optional<URI> logo, Optional<URI> site, String postalAddress) {
    this(accent, logo, site, postalAddress, Typeface.SANS, Tone.WARM, List.of());
  }

  /** The same in other letters. */
  public Brand typeface(Typeface typeface) {
    return new Brand(accent, logo, site, postalAddress, typeface, tone, links);
  }

  /** The same in another tone. */
  public Brand tone(Tone tone) {
    return new Brand(accent, logo, site, postalAddress, typeface, tone, links);
  }

  /** The same with these links. */
  public Brand links(Link... links) {
    return new Brand(accent, logo, site, postalAddress, typeface, tone, List.of(links));
  }

  private static void requireImage(URI logo) {
    requireHttps("logo", logo);
    if (logo.getPath().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      throw new IllegalArgumentException(
          "logo is " + Text.quoted(logo.toString()) + ": mail clients show no SVG, give a PNG");
    }
  }

  private static void requireHttps(String what, URI uri) {
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          what + " is " + Text.quoted(uri.toString()) + ": give an https address");
    }
  }
}
