package dev.shopbell.sms;

import dev.shopbell.internal.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Builds an {@link SmsProfile}. Not thread-safe. A value that cannot be is refused at once. */
public final class SmsProfileBuilder {
  /** The default alphabet's extension table (TS 23.038, 6.2.1.1); the first is the form feed. */
  private static final String STANDARD_EXTENSION = "\f^{}\\[~]|€";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  final String name;
  final SmsEncoding alphabet;
  final Map<String, String> sources = new LinkedHashMap<>();
  String title = "";
  String extension = STANDARD_EXTENSION;
  int referenceBits = Byte.SIZE;
  SmsShift shift = SmsShift.NONE;
  List<SmsLanguage> languages = List.of();
  OptionalInt maxCharacters = OptionalInt.empty();
  int maxSegments = SmsProfile.MOST_SEGMENTS;
  SmsBilling billing = SmsBilling.SEGMENTS;
  SmsSignature signature = SmsSignature.NONE;
  String optOut = "";
  private Optional<SmsCapacity> gsm7 = Optional.empty();
  private Optional<SmsCapacity> ucs2 = Optional.empty();

  SmsProfileBuilder(String name, SmsEncoding alphabet) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "profile name is " + Text.quoted(name) + ": use small letters, digits and hyphens");
    }
    this.name = name;
    this.alphabet = Objects.requireNonNull(alphabet, "alphabet");
  }

  SmsProfileBuilder copy() {
    SmsProfileBuilder copy = new SmsProfileBuilder(name, alphabet);
    copy.sources.putAll(sources);
    copy.title = title;
    copy.extension = extension;
    copy.referenceBits = referenceBits;
    copy.shift = shift;
    copy.languages = languages;
    copy.maxCharacters = maxCharacters;
    copy.maxSegments = maxSegments;
    copy.billing = billing;
    copy.signature = signature;
    copy.optOut = optOut;
    copy.gsm7 = gsm7;
    copy.ucs2 = ucs2;
    return copy;
  }

  /** What it is for, in a few words. */
  public SmsProfileBuilder title(String title) {
    this.title = Text.line("title", title, 200);
    return this;
  }

  /** Where a value is from: a standard, a page of the provider's. */
  public SmsProfileBuilder source(String value, String source) {
    sources.put(Text.line("value", value, 64), Text.line("source", source, 300));
    return this;
  }

  /** The characters that take two septets: all of the standard's table unless given. */
  public SmsProfileBuilder extension(String characters) {
    characters
        .chars()
        .filter(c -> !GsmTables.EXTENSION.has((char) c))
        .findFirst()
        .ifPresent(
            c -> {
              throw new IllegalArgumentException(
                  "extension holds U+%04X, which the extension table of TS 23.038 has not: only ^ { } \\ [ ~ ] | € and the form feed can be listed"
                      .formatted(c));
            });
    extension = characters;
    return this;
  }

  /** What segments hold in septets: 160/153/153, or 152 of several with a 16-bit reference. */
  public SmsProfileBuilder gsm7(SmsCapacity capacity) {
    gsm7 = Optional.of(capacity);
    return this;
  }

  /** What segments hold in UTF-16 units: 70/67/67, or 66 of several with a 16-bit reference. */
  public SmsProfileBuilder ucs2(SmsCapacity capacity) {
    ucs2 = Optional.of(capacity);
    return this;
  }

  /** 8, unless given, or 16. */
  public SmsProfileBuilder referenceBits(int bits) {
    if (bits != Byte.SIZE && bits != Short.SIZE) {
      throw new IllegalArgumentException(
          "reference is " + bits + " bits: the header has one of 8 and one of 16");
    }
    referenceBits = bits;
    return this;
  }

  /** The national tables that may be used, in the order of preference. */
  public SmsProfileBuilder shift(SmsShift shift, List<SmsLanguage> languages) {
    this.shift = Objects.requireNonNull(shift, "shift");
    this.languages = List.copyOf(languages);
    if ((shift == SmsShift.NONE) != languages.isEmpty()) {
      throw new IllegalArgumentException(
          "shift is %s with %s languages: give the languages whose tables are allowed, and none without a shift"
              .formatted(shift, languages.size()));
    }
    return this;
  }

  /** The most UTF-16 units in a message. */
  public SmsProfileBuilder maxCharacters(int characters) {
    maxCharacters = OptionalInt.of(positive("max-characters", characters, Integer.MAX_VALUE));
    return this;
  }

  /** The most segments, at most 255. */
  public SmsProfileBuilder maxSegments(int segments) {
    maxSegments = positive("max-segments", segments, SmsProfile.MOST_SEGMENTS);
    return this;
  }

  /** By segments unless given. */
  public SmsProfileBuilder billing(SmsBilling billing) {
    this.billing = Objects.requireNonNull(billing, "billing");
    return this;
  }

  /** By nobody unless given. */
  public SmsProfileBuilder signature(SmsSignature signature) {
    this.signature = Objects.requireNonNull(signature, "signature");
    return this;
  }

  /** The words that end a marketing message. */
  public SmsProfileBuilder optOut(String words) {
    optOut = Text.line("opt-out", words, 100);
    return this;
  }

  /**
   * The profile.
   *
   * @throws IllegalArgumentException when its values cannot be together, with both
   */
  public SmsProfile build() {
    check("gsm-7", gsm7(), Headers.most(SmsEncoding.GSM_7, referenceBits));
    check("ucs-2", ucs2(), Headers.most(SmsEncoding.UCS_2, referenceBits));
    if (alphabet == SmsEncoding.UCS_2 && shift != SmsShift.NONE) {
      throw new IllegalArgumentException(
          "profile " + name + " writes UCS-2 alone, where national tables have no place");
    }
    return new SmsProfile(copy());
  }

  SmsCapacity gsm7() {
    return gsm7.orElseGet(() -> Headers.most(SmsEncoding.GSM_7, referenceBits));
  }

  SmsCapacity ucs2() {
    return ucs2.orElseGet(() -> Headers.most(SmsEncoding.UCS_2, referenceBits));
  }

  private void check(String what, SmsCapacity given, SmsCapacity most) {
    if (given.single() > most.single()
        || given.first() > most.first()
        || given.following() > most.following()) {
      throw new IllegalArgumentException(
          "%s capacity %s is more than %s, which is what 140 octets hold beside a reference of %d bits"
              .formatted(what, given, most, referenceBits));
    }
  }

  private static int positive(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          what + " is " + value + ": give a number from 1 to " + most);
    }
    return value;
  }
}
