package dev.shopbell.sms;

import java.util.ArrayList;
import java.util.List;

/** A text cut into the parts that go out. Immutable; joined, the parts are the text. */
public final class SmsSegments {
  private final SmsProfile profile;
  private final Coding coding;
  private final List<SmsPart> parts;

  private SmsSegments(SmsProfile profile, Coding coding, List<SmsPart> parts) {
    this.profile = profile;
    this.coding = coding;
    this.parts = List.copyOf(parts);
  }

  static SmsSegments of(SmsProfile profile, Coding coding, SmsPart only) {
    return new SmsSegments(profile, coding, List.of(only));
  }

  static SmsSegments of(SmsProfile profile, Coding coding, String text, Borders borders) {
    List<SmsPart> parts = new ArrayList<>(borders.segments());
    int from = 0;
    for (int i = 0; i < borders.segments(); i++) {
      int to = borders.end(i);
      parts.add(new SmsPart(text.substring(from, to), coding.units(text, from, to)));
      from = to;
    }
    return new SmsSegments(profile, coding, parts);
  }

  public SmsEncoding encoding() {
    return coding.encoding();
  }

  /** In order; none of an empty text. */
  public List<SmsPart> parts() {
    return parts;
  }

  /**
   * The user data of each part as it goes over the air (TP-UD of TS 23.040): header, then packed
   * septets or UCS-2 big-endian, at most 140 octets. A single part has a header only when it names
   * a national table.
   *
   * @param reference what the parts of this message share, and no other message to the same
   *     recipient within days: 0 to 255, or 65535 where the profile's reference has 16 bits
   * @throws IllegalArgumentException when the reference is out of range
   * @throws IllegalStateException when there is nothing to send
   */
  public List<byte[]> userData(int reference) {
    if (reference < 0 || reference >= 1 << profile.referenceBits()) {
      throw new IllegalArgumentException(
          "reference is %s: profile %s has one of %s bits, from 0 to %s"
              .formatted(
                  reference,
                  profile.name(),
                  profile.referenceBits(),
                  (1 << profile.referenceBits()) - 1));
    }
    if (parts.isEmpty()) {
      throw new IllegalStateException("an empty text cannot be sent: give it at least a character");
    }
    List<byte[]> octets = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      byte[] header = Headers.of(coding, profile.referenceBits(), reference, parts.size(), i + 1);
      octets.add(UserData.of(coding, header, parts.get(i).text()));
    }
    return octets;
  }

  /** Its size alone: a message is personal. */
  @Override
  public String toString() {
    return "SmsSegments[" + encoding().label() + ", " + parts.size() + " parts]";
  }
}
