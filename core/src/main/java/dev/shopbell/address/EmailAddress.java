package dev.shopbell.address;

import dev.shopbell.internal.Masks;
import dev.shopbell.internal.Text;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A mailbox (RFC 5321, with UTF-8 local parts by RFC 6531): one address, no display name. It is not
 * looked up.
 *
 * @param local what stands before the at sign, in the writer's own case, quoted where it must be
 * @param domain what stands behind it
 */
public record EmailAddress(String local, DomainName domain) implements Address {
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST = 254;
  private static final Pattern DOT_ATOM =
      Pattern.compile(
          "[^\\s\\p{Cc}()<>\\[\\]:;@\\\\,.\"]+(\\.[^\\s\\p{Cc}()<>\\[\\]:;@\\\\,.\"]+)*");
  private static final Pattern QUOTED =
      Pattern.compile("\"([ !#-\\[\\]-~[^\\p{ASCII}]]|\\\\[ -~])*\"");
  private static final Pattern PLAIN_DOMAIN = Pattern.compile("[\\p{L}\\p{N}.-]{0,300}");
  private static final Pattern NO_REPLY =
      Pattern.compile("(?i)(no|not|donot|dont|never)[-_.]?reply([-_.+].*)?|do[-_.]not[-_.]reply");

  public EmailAddress {
    Objects.requireNonNull(local, "local");
    Objects.requireNonNull(domain, "domain");
    String remedy = remedy(local, domain);
    if (!remedy.isEmpty()) {
      throw refused(local + "@" + domain, remedy);
    }
  }

  /**
   * Reads one mailbox, {@code ann@shop.example}; white space around it is dropped.
   *
   * @throws IllegalArgumentException when it is not one mailbox; the message holds it masked
   */
  public static EmailAddress of(String text) {
    Objects.requireNonNull(text, "mail address");
    String trimmed = Text.trimmed(text);
    int at = trimmed.lastIndexOf('@');
    if (at < 0 || trimmed.endsWith(">")) {
      throw refused(trimmed, "write it as name@domain, without a display name or angle brackets");
    }
    return new EmailAddress(trimmed.substring(0, at), domain(trimmed, at));
  }

  private static DomainName domain(String text, int at) {
    try {
      return DomainName.of(text.substring(at + 1));
    } catch (IllegalArgumentException e) {
      if (PLAIN_DOMAIN.matcher(text.substring(at + 1)).matches()) {
        throw e;
      }
      throw refused(text, "behind the @ write a domain, as in shop.example, and nothing more");
    }
  }

  private static String remedy(String local, DomainName domain) {
    if (local.isEmpty() || local.length() > LONGEST_LOCAL) {
      return "give 1 to 64 characters before the @";
    }
    if (Text.firstBreak(local) >= 0
        || (!Text.isAscii(local)
            && local.codePoints().anyMatch(c -> c != ' ' && Text.isNothing(c)))) {
      return "a line break, an invisible character or a lone surrogate stands in it";
    }
    if (!DOT_ATOM.matcher(local).matches() && !QUOTED.matcher(local).matches()) {
      return "before the @ write letters, digits and !#$%&'*+-/=?^_`{|}~ with single dots, or quote it";
    }
    boolean tooLong = local.length() + 1 + domain.value().length() > LONGEST;
    return tooLong ? "it has more than 254 characters" : "";
  }

  @Override
  public String value() {
    return local + "@" + domain;
  }

  /** True when the local part is ASCII, so that any server can carry it. */
  public boolean isAscii() {
    return Text.isAscii(local);
  }

  /**
   * True for the usual ways to say that nobody reads here: {@code noreply@}, {@code do-not-reply@}.
   */
  public boolean isNoReply() {
    return NO_REPLY.matcher(local).matches();
  }

  /** Masked: {@code a***@shop.example}. */
  @Override
  public String toString() {
    return Masks.mailbox(local, domain.value());
  }

  /** Shows the first character and, where it is one, the domain. */
  private static IllegalArgumentException refused(String text, String remedy) {
    String head = text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    String tail = text.substring(text.lastIndexOf('@') + 1);
    boolean plain = tail.length() < text.length() && PLAIN_DOMAIN.matcher(tail).matches();
    String shown = (head.equals("@") ? "" : head) + "***" + (plain ? "@" + tail : "");
    return new IllegalArgumentException(
        "mail address " + Text.quoted(shown) + " is not valid: " + remedy);
  }
}
