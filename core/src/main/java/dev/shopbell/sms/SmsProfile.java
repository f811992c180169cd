package dev.shopbell.sms;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How a destination and its provider count, cut and charge text messages: a value, not code, and
 * never guessed from a text. Those that come with this library are in {@link SmsProfiles#stock()};
 * another provider is another value.
 */
public final class SmsProfile {
  /** The most parts that a message may have: its header counts them in one octet (TS 23.040). */
  public static final int MOST_SEGMENTS = 255;

  private final SmsProfileBuilder values;

  SmsProfile(SmsProfileBuilder values) {
    this.values = values;
  }

  /**
   * A profile to be described.
   *
   * @param name short, as it is asked for: letters, digits and hyphens
   * @param alphabet {@link SmsEncoding#GSM_7} where a text's characters decide between septets and
   *     UCS-2, {@link SmsEncoding#UCS_2} where every message is counted in UTF-16 units
   */
  public static SmsProfileBuilder builder(String name, SmsEncoding alphabet) {
    return new SmsProfileBuilder(name, alphabet);
  }

  /**
   * One of the stock profiles: {@code cn}, {@code gsm}, {@code twilio}...
   *
   * @throws IllegalArgumentException when there is none, with those that there are
   */
  public static SmsProfile named(String name) {
    return SmsProfiles.stock().named(name);
  }

  /** All values of this profile, to change some. */
  public SmsProfileBuilder toBuilder() {
    return values.copy();
  }

  public String name() {
    return values.name;
  }

  /** What it is for, in a few words; may be empty. */
  public String title() {
    return values.title;
  }

  public SmsEncoding alphabet() {
    return values.alphabet;
  }

  /**
   * The characters that take two septets. Any other of the standard's extension table makes the
   * message UCS-2, since nothing else would deliver it unaltered.
   */
  public String extension() {
    return values.extension;
  }

  /** What segments hold in septets, without national tables. */
  public SmsCapacity gsm7() {
    return values.gsm7();
  }

  /** What segments hold in UTF-16 units. */
  public SmsCapacity ucs2() {
    return values.ucs2();
  }

  /** 8 or 16: the size of the number that parts of one message share. */
  public int referenceBits() {
    return values.referenceBits;
  }

  public SmsShift shift() {
    return values.shift;
  }

  /** Whose national tables are allowed, in the order of preference. */
  public List<SmsLanguage> languages() {
    return values.languages;
  }

  /** The most UTF-16 units that the provider takes in one message; empty where it sets no limit. */
  public OptionalInt maxCharacters() {
    return values.maxCharacters;
  }

  /** The most segments, 255 unless the provider takes fewer. */
  public int maxSegments() {
    return values.maxSegments;
  }

  public SmsBilling billing() {
    return values.billing;
  }

  public SmsSignature signature() {
    return values.signature;
  }

  /** How a marketing message says that it can be stopped; empty where none is set. */
  public String optOut() {
    return values.optOut;
  }

  /** Where each value is from, by the value's name in a profile file. */
  public Map<String, String> sources() {
    return Map.copyOf(values.sources);
  }

  @Override
  public String toString() {
    return "SmsProfile[" + name() + "]";
  }
}
