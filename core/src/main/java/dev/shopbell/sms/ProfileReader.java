package dev.shopbell.sms;

import dev.shopbell.internal.Nearest;
import dev.shopbell.internal.Text;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of profiles line by line; what cannot be is refused with the file and the line. */
final class ProfileReader {
  private static final Pattern HEADING = Pattern.compile("\\[(.+)]");
  private static final Pattern VALUE = Pattern.compile("([a-z0-9-]+) = (.+?) -- (.+)");
  private static final Pattern CAPACITY = Pattern.compile("(\\d{1,4})/(\\d{1,4})/(\\d{1,4})");
  private static final Map<String, BiConsumer<SmsProfileBuilder, String>> VALUES = values();

  private final String file;
  private final List<SmsProfile> profiles = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> given = new HashSet<>();
  private Optional<SmsProfileBuilder> builder = Optional.empty();
  private String name = "";
  private int heading;
  private int line;

  ProfileReader(String file) {
    this.file = file;
  }

  private static Map<String, BiConsumer<SmsProfileBuilder, String>> values() {
    Map<String, BiConsumer<SmsProfileBuilder, String>> values = new LinkedHashMap<>();
    values.put("title", SmsProfileBuilder::title);
    values.put("extension", (profile, it) -> profile.extension(it.replace("FF", "\f")));
    values.put("gsm-7", (profile, it) -> profile.gsm7(capacity(it)));
    values.put("ucs-2", (profile, it) -> profile.ucs2(capacity(it)));
    values.put("reference", (profile, it) -> profile.referenceBits(number(it)));
    values.put("shift", ProfileReader::shift);
    values.put("max-characters", (profile, it) -> profile.maxCharacters(number(it)));
    values.put("max-segments", (profile, it) -> profile.maxSegments(number(it)));
    values.put("billing", (profile, it) -> profile.billing(one(SmsBilling.class, it)));
    values.put("signature", (profile, it) -> profile.signature(one(SmsSignature.class, it)));
    values.put("opt-out", SmsProfileBuilder::optOut);
    return values;
  }

  List<SmsProfile> read(BufferedReader lines) {
    lines.lines().forEach(this::read);
    finish();
    return profiles;
  }

  private void read(String text) {
    line++;
    if (text.isBlank() || text.startsWith("#")) {
      return;
    }
    Matcher start = HEADING.matcher(text);
    if (start.matches()) {
      finish();
      heading = line;
      name = start.group(1);
      if (!names.add(name)) {
        throw at(line, "profile " + Text.quoted(name) + " stands above already");
      }
      return;
    }
    Matcher value = VALUE.matcher(text);
    if (name.isEmpty() || !value.matches()) {
      throw at(line, "is neither \"[name]\" nor \"value = what it is -- where it is from\"");
    }
    try {
      set(value.group(1), value.group(2).strip(), value.group(3).strip());
    } catch (IllegalArgumentException e) {
      throw at(line, e.getMessage());
    }
  }

  private void set(String key, String value, String source) {
    if (!given.add(key)) {
      throw new IllegalArgumentException(key + " stands above already");
    }
    if (key.equals("alphabet")) {
      builder = Optional.of(SmsProfile.builder(name, one(SmsEncoding.class, value)));
    } else {
      BiConsumer<SmsProfileBuilder, String> setter = VALUES.get(key);
      if (setter == null) {
        throw new IllegalArgumentException(
            "no value " + Text.quoted(key) + ": " + Nearest.hint(key, VALUES.keySet()));
      }
      setter.accept(builder(), value);
    }
    builder().source(key, source);
  }

  private SmsProfileBuilder builder() {
    return builder.orElseThrow(
        () -> new IllegalArgumentException("alphabet is missing: it is a profile's first value"));
  }

  private void finish() {
    if (!name.isEmpty()) {
      try {
        profiles.add(builder().build());
      } catch (IllegalArgumentException e) {
        throw at(heading, "profile " + name + ": " + e.getMessage());
      }
    }
    builder = Optional.empty();
    given.clear();
  }

  private IllegalArgumentException at(int where, @Nullable String why) {
    return new IllegalArgumentException(file + ", line " + where + ": " + why);
  }

  private static SmsCapacity capacity(String value) {
    Matcher numbers = CAPACITY.matcher(value);
    if (!numbers.matches()) {
      throw new IllegalArgumentException(
          "capacity " + Text.quoted(value) + " is not single/first/following, as in 160/153/153");
    }
    return new SmsCapacity(
        number(numbers.group(1)), number(numbers.group(2)), number(numbers.group(3)));
  }

  private static void shift(SmsProfileBuilder profile, String value) {
    String[] words = value.split(" ", 2);
    profile.shift(
        one(SmsShift.class, words[0]),
        words.length == 1
            ? List.of()
            : Arrays.stream(words[1].split(",")).map(SmsLanguage::of).toList());
  }

  private static int number(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(Text.quoted(value) + " is no whole number", e);
    }
  }

  private static <E extends Enum<E>> E one(Class<E> type, String value) {
    String wanted = value.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Text.quoted(value) + " is none of these: " + names(type)));
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return String.join(
        ", ",
        Arrays.stream(type.getEnumConstants())
            .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList());
  }
}
