package dev.shopbell.templates.events;

import java.net.URI;
import java.util.Optional;

/**
 * Where a buyer reads on. Each is https and may be empty.
 *
 * @param guideLink how to use what was bought
 * @param supportLink the shop's help pages
 * @param communityLink where other buyers are
 */
public record Links(Optional<URI> guideLink, Optional<URI> supportLink, Optional<URI> communityLink)
    implements Part {
  /** None of them. */
  public static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty());
}
