package dev.shopbell.identity;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.SigningKeys;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Return paths that tell which letter a bounce is about (variable envelope return path): {@code
 * bounces+token@bounces.platform.example}. The token is the delivery's identifier, signed, in
 * lower-case letters and digits, so that nobody can make one up and no server that changes case can
 * spoil it. Only for mail through the platform's servers: a store's own server has an envelope of
 * its own.
 */
public final class Verp {
  private static final String PURPOSE = "return-path";
  private static final int LONGEST_LOCAL = 64;
  private static final int SIGNED_BYTES = 16;
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final Pattern MARKED =
      Pattern.compile(
          "[^@]*[+=-]([0-9a-hjkmnp-tv-z]{26})([0-9a-hjkmnp-tv-z]{26})([a-z0-9]{1,16})@.*");

  private final SigningKeys keys;

  private Verp(SigningKeys keys) {
    this.keys = keys;
  }

  /** Return paths signed with the current of these keys, and known by any of them. */
  public static Verp signed(SigningKeys keys) {
    return new Verp(Objects.requireNonNull(keys, "keys"));
  }

  /**
   * Refuses keys for which there is no room in the platform's return path, or in that of a store's
   * own domain.
   *
   * @throws IllegalArgumentException when there is none
   */
  public void check(PlatformSender platform) {
    DeliveryId longest = new DeliveryId("z".repeat(26));
    address(platform.returnPath(), longest);
    address(new EmailAddress("bounces", platform.returnPath().domain()), longest);
  }

  /**
   * The plan with a return path of the delivery's own. A plan through the store's own server, or
   * one whose bounces come back to the store's mailbox, stays as it is.
   *
   * @throws IllegalArgumentException when there is no room for the token in the return path
   */
  public SenderPlan mark(SenderPlan plan, DeliveryId id) {
    boolean isTheirs =
        plan.via() == SenderPlan.Via.OWN_SERVER
            || (plan.reason() == SenderReason.BRAND_DOMAIN
                && plan.returnPath().equals(plan.from().address()));
    return isTheirs ? plan : SenderIdentity.returning(plan, address(plan.returnPath(), id));
  }

  /**
   * The return path with the token of a delivery.
   *
   * @throws IllegalArgumentException when it would have more than 64 characters before the @
   */
  public EmailAddress address(EmailAddress returnPath, DeliveryId id) {
    String key = keys.currentId();
    byte[] signature = keys.sign(key, PURPOSE, id.value());
    String local = returnPath.local() + "+" + id + digits(signature) + key;
    if (local.length() > LONGEST_LOCAL) {
      throw new IllegalArgumentException(
          "return path %s and signing key %s have too long names: together at most 11 characters"
                  .formatted(returnPath, key)
              + " before the @, as in bounces and k1");
    }
    return new EmailAddress(local, returnPath.domain());
  }

  /** True when the address has the form of a signed one, whoever made it. */
  public static boolean isMarked(String address) {
    return MARKED.matcher(address.toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * The delivery that the address was made for; empty when it was not made with one of the keys.
   */
  public Optional<DeliveryId> read(String address) {
    Matcher mark = MARKED.matcher(address.toLowerCase(Locale.ROOT));
    if (!mark.matches() || !keys.has(mark.group(3))) {
      return Optional.empty();
    }
    String expected = digits(keys.sign(mark.group(3), PURPOSE, mark.group(1)));
    return isSame(expected, mark.group(2))
        ? Optional.of(new DeliveryId(mark.group(1)))
        : Optional.empty();
  }

  /** Takes as long for a wrong one as for a right one. */
  private static boolean isSame(String expected, String given) {
    int difference = 0;
    for (int i = 0; i < expected.length(); i++) {
      difference |= expected.charAt(i) ^ given.charAt(i);
    }
    return difference == 0;
  }

  /** The first 16 bytes, five bits a digit. */
  private static String digits(byte[] signature) {
    StringBuilder text = new StringBuilder(26);
    int bits = 0;
    int held = 0;
    for (byte b : Arrays.copyOf(signature, SIGNED_BYTES)) {
      bits = ((bits << 8) | (b & 0xff)) & 0xfff;
      for (held += 8; held >= 5; held -= 5) {
        text.append(DIGITS.charAt((bits >> (held - 5)) & 31));
      }
    }
    return text.append(DIGITS.charAt((bits << (5 - held)) & 31)).toString();
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "Verp[" + keys + "]";
  }
}
