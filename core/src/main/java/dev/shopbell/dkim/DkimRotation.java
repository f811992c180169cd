package dev.shopbell.dkim;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the change of a domain's key has come. {@link #prepare} makes the next key, under the
 * other selector; its record is published, and the old one stays; when {@link DkimRecord#check}
 * sees it, {@link #rotate} lets it sign. The old record stays until the next change, so that
 * letters on their way still verify. Immutable; the host stores it.
 *
 * @param selectors the two that take turns
 * @param signing the key that signs
 * @param next the key that will sign, once its record is seen everywhere
 */
public record DkimRotation(DkimSelectors selectors, DkimKey signing, Optional<DkimKey> next) {
  public DkimRotation {
    Objects.requireNonNull(next, "next");
    String other = selectors.after(signing.selector());
    if (next.isPresent() && !next.get().selector().equals(other)) {
      throw new IllegalArgumentException(
          "the next key has selector %s: give it %s, the one that does not sign"
              .formatted(next.get().selector(), other));
    }
  }

  /** A first key, under the first selector. */
  public static DkimRotation begin(
      DkimSelectors selectors, DkimAlgorithm algorithm, SecureRandom random) {
    DkimKey key = DkimKey.generate(selectors.first(), algorithm, random);
    return new DkimRotation(selectors, key, Optional.empty());
  }

  /** The same with a new key for the selector that does not sign; publish its record. */
  public DkimRotation prepare(SecureRandom random) {
    String other = selectors.after(signing.selector());
    DkimKey key = DkimKey.generate(other, signing.algorithm(), random);
    return new DkimRotation(selectors, signing, Optional.of(key));
  }

  /**
   * The next key signs.
   *
   * @throws IllegalStateException when none was prepared
   */
  public DkimRotation rotate() {
    DkimKey key =
        next.orElseThrow(
            () ->
                new IllegalStateException(
                    "no key is prepared: call prepare, publish its record, and wait until it is seen"));
    return new DkimRotation(selectors, key, Optional.empty());
  }
}
