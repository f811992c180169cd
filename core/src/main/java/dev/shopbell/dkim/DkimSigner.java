package dev.shopbell.dkim;

import dev.shopbell.address.DomainName;
import dev.shopbell.transport.LetterSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Signs letters for a domain (RFC 6376): relaxed for header and body, with SHA-256, once with each
 * key. From and Subject are sealed against a second one. The same letter is signed the same each
 * time. Prints no key.
 */
public final class DkimSigner implements LetterSigner {
  private static final int LINE = 72;

  private final DomainName domain;
  private final List<DkimKey> keys;
  private final Instant time;

  private DkimSigner(DomainName domain, List<DkimKey> keys, Instant time) {
    this.domain = domain;
    this.keys = keys;
    this.time = time;
  }

  /**
   * A signer.
   *
   * @param domain what {@code d=} says
   * @param keys at least one, each with a selector of its own
   * @param time what {@code t=} says; a letter's own date makes each attempt the same
   */
  public static DkimSigner of(DomainName domain, List<DkimKey> keys, Instant time) {
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(time, "time");
    Set<String> selectors = new HashSet<>();
    for (DkimKey key : keys) {
      if (!selectors.add(key.selector())) {
        throw new IllegalArgumentException(
            "two keys of %s have the selector %s: give each its own"
                .formatted(domain, key.selector()));
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no key to sign with for " + domain + ": give one, or LetterSigner.NONE");
    }
    return new DkimSigner(domain, List.copyOf(keys), time);
  }

  @Override
  public String sign(Source letter) throws IOException {
    LetterHash hash = new LetterHash();
    letter.writeTo(hash);
    HeaderFields fields = HeaderFields.parse(hash.head());
    String bodyHash = Base64.getEncoder().encodeToString(hash.bodyHash());
    StringBuilder lines = new StringBuilder();
    for (DkimKey key : keys) {
      lines.append(signature(key, fields, bodyHash));
    }
    return lines.toString();
  }

  private String signature(DkimKey key, HeaderFields fields, String bodyHash) throws IOException {
    String value = value(key, fields.signed(), bodyHash);
    String signed = fields.canonical() + HeaderFields.relaxed("dkim-signature", value);
    try {
      byte[] signature = key.sign(signed.getBytes(StandardCharsets.ISO_8859_1));
      return "DKIM-Signature:" + value + folded(Base64.getEncoder().encodeToString(signature));
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "cannot sign for %s with %s: %s".formatted(domain, key, e.getClass().getSimpleName()));
    }
  }

  /** All but what stands behind {@code b=}. */
  private String value(DkimKey key, List<String> names, String bodyHash) {
    StringBuilder value = new StringBuilder(512);
    value.append(" v=1; a=").append(key.algorithm().tag()).append("; c=relaxed/relaxed;\r\n d=");
    value.append(domain).append(";\r\n s=").append(key.selector()).append("; t=");
    value.append(time.getEpochSecond()).append(";\r\n h=");
    int column = 3;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i) + (i + 1 < names.size() ? ":" : ";");
      if (column + name.length() > LINE) {
        value.append("\r\n  ");
        column = 2;
      }
      value.append(name);
      column += name.length();
    }
    return value.append("\r\n bh=").append(bodyHash).append(";\r\n b=").toString();
  }

  private static String folded(String base64) {
    StringBuilder lines = new StringBuilder(base64.length() + 32);
    for (int i = 0; i < base64.length(); i += LINE) {
      lines.append(i == 0 ? "" : "\r\n  ");
      lines.append(base64, i, Math.min(base64.length(), i + LINE));
    }
    return lines.append("\r\n").toString();
  }

  /** The domain and the selectors. */
  @Override
  public String toString() {
    return "DkimSigner[" + domain + " " + keys + "]";
  }
}
