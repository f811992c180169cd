package dev.shopbell.store;

import dev.shopbell.internal.Nearest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The platform's keys for what it hands out and must know again: domain tokens, bounce addresses,
 * links. Each signature is HMAC-SHA256 (RFC 2104) over a purpose and parts, so that what was signed
 * for one purpose is good for no other. New signatures are made with the current key; whoever
 * stores or sends one keeps the key's id with it, so that older keys can be kept for checking and
 * dropped when nothing made with them is left. Immutable; prints its keys' ids only.
 */
public final class SigningKeys {
  /** The fewest bytes of a key: as many as the hash has (RFC 2104, section 3). */
  public static final int SHORTEST_KEY = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern ID = Pattern.compile("[a-z0-9]{1,16}");

  private final Map<String, SecretKeySpec> keys;
  private final String current;

  private SigningKeys(Map<String, SecretKeySpec> keys, String current) {
    this.keys = keys;
    this.current = current;
  }

  /**
   * One key.
   *
   * @param id 1 to 16 lower-case letters and digits; stands in links
   * @param secret at least 32 random bytes in Base64: {@code openssl rand -base64 32}
   */
  public static SigningKeys of(String id, Credential secret) {
    return new SigningKeys(Map.of(), "").rotate(id, secret);
  }

  /**
   * Reads lines of {@code id secret}, as a file of the host's holds them; the last is the current
   * key. Blank lines and those that begin with {@code #} are passed over.
   */
  public static SigningKeys parse(List<String> lines) {
    SigningKeys keys = new SigningKeys(Map.of(), "");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        keys = keys.rotate(line, i + 1);
      }
    }
    if (keys.keys.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no signing key: write one line of an id and a secret, as in"
              + " \"k1 <the output of openssl rand -base64 32>\"");
    }
    return keys;
  }

  private SigningKeys rotate(String line, int number) {
    String[] words = line.split("\\s+", -1);
    if (words.length != 2) {
      throw new IllegalArgumentException(
          "line " + number + " of the signing keys is not an id and a secret with a space between");
    }
    return rotate(words[0], Credential.of(words[1]));
  }

  /** These keys with a new one that signs from now on; the others still check. */
  public SigningKeys rotate(String id, Credential secret) {
    if (!ID.matcher(Objects.requireNonNull(id, "key id")).matches()) {
      throw new IllegalArgumentException(
          "a signing key's id is not valid: give 1 to 16 lower-case letters and digits");
    }
    if (keys.containsKey(id)) {
      throw new IllegalArgumentException(
          "signing key " + id + " is there already: a new key needs a new id");
    }
    Map<String, SecretKeySpec> all = new LinkedHashMap<>(keys);
    all.put(id, new SecretKeySpec(bytes(id, secret), ALGORITHM));
    return new SigningKeys(all, id);
  }

  private static byte[] bytes(String id, Credential secret) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(secret.reveal());
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "signing key "
              + id
              + " is not Base64 of at least 32 bytes: make one with openssl rand -base64 32");
    }
    return bytes;
  }

  /** The id of the key that signs now. */
  public String currentId() {
    return current;
  }

  /** True when a key of that id is kept. */
  public boolean has(String id) {
    return keys.containsKey(id);
  }

  /**
   * Signs with the key of that id.
   *
   * @param purpose what the signature is for, as in {@code domain-token}
   * @param parts what is signed; each counts by itself, so that {@code "ab", "c"} is not {@code
   *     "a", "bc"}
   * @return 32 bytes
   * @throws IllegalArgumentException when there is no such key
   */
  public byte[] sign(String id, String purpose, String... parts) {
    SecretKeySpec key = keys.get(id);
    if (key == null) {
      throw new IllegalArgumentException(
          "there is no signing key " + id + ": " + Nearest.hint(id, keys.keySet()));
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      update(mac, purpose);
      for (String part : parts) {
        update(mac, part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  private static void update(Mac mac, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    mac.update(bytes);
  }

  /**
   * True when this is the signature, whole or cut to at least 16 bytes, of the key of that id over
   * these parts. Takes as long for a wrong one as for a right one. False for a key that is not
   * kept.
   */
  public boolean verify(String id, byte[] signature, String purpose, String... parts) {
    if (!has(id) || signature.length < 16 || signature.length > 32) {
      return false;
    }
    byte[] whole = sign(id, purpose, parts);
    return MessageDigest.isEqual(signature, Arrays.copyOf(whole, signature.length));
  }

  /** The ids alone. */
  @Override
  public String toString() {
    return "SigningKeys" + keys.keySet() + ", " + current + " signs";
  }
}
