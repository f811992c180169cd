package dev.shopbell.templates.links;

import dev.shopbell.store.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Parts with a signature over them, as one word for an address: the key's id, the parts and the
 * signature, each but the first in Base64 for addresses, with points between.
 */
final class Token {
  private static final int LONGEST = 2_000;

  private Token() {}

  static String of(SigningKeys keys, String purpose, String... parts) {
    StringBuilder token = new StringBuilder(keys.currentId());
    for (String part : parts) {
      token.append('.').append(encoded(part.getBytes(StandardCharsets.UTF_8)));
    }
    byte[] signature = keys.sign(keys.currentId(), purpose, parts);
    return token.append('.').append(encoded(signature)).toString();
  }

  /** What the parts say; empty when they say nothing that there is, or are not ours. */
  static <T> Optional<T> read(
      String token, SigningKeys keys, String purpose, int count, Function<List<String>, T> reader) {
    return parts(token, keys, purpose, count)
        .flatMap(
            parts -> {
              try {
                return Optional.of(reader.apply(parts));
              } catch (IllegalArgumentException | DateTimeException e) {
                return Optional.empty();
              }
            });
  }

  /** The parts; empty when it is not one of ours, of that purpose and with so many parts. */
  private static Optional<List<String>> parts(
      String token, SigningKeys keys, String purpose, int count) {
    String[] words = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
    if (words.length != count + 2) {
      return Optional.empty();
    }
    try {
      String[] parts = new String[count];
      for (int i = 0; i < count; i++) {
        parts[i] = new String(decoded(words[i + 1]), StandardCharsets.UTF_8);
      }
      byte[] signature = decoded(words[count + 1]);
      boolean isOurs =
          signature.length == 32
              && keys.verify(words[0], signature, purpose, parts)
              && isCanonical(words, parts, signature);
      return isOurs ? Optional.of(Arrays.asList(parts)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Base64 leaves bits over that decoders pass by: one token has one spelling. */
  private static boolean isCanonical(String[] words, String[] parts, byte[] signature) {
    for (int i = 0; i < parts.length; i++) {
      if (!words[i + 1].equals(encoded(parts[i].getBytes(StandardCharsets.UTF_8)))) {
        return false;
      }
    }
    return words[words.length - 1].equals(encoded(signature));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decoded(String word) {
    return Base64.getUrlDecoder().decode(word);
  }
}
