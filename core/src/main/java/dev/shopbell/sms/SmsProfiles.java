package dev.shopbell.sms;

import dev.shopbell.internal.Nearest;
import dev.shopbell.internal.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Profiles by name. Immutable. */
public final class SmsProfiles {
  private static final String DATA = "sms-profiles.txt";

  private final Map<String, SmsProfile> byName;

  private SmsProfiles(Map<String, SmsProfile> byName) {
    this.byName = byName;
  }

  /** Those that come with this library. */
  public static SmsProfiles stock() {
    return Stock.PROFILES;
  }

  /**
   * The profiles of a file of the platform's own, written as the stock file is: a heading {@code
   * [name]}, then lines of {@code value = what it is -- where it is from}.
   *
   * @param file its name, for errors
   * @throws IllegalArgumentException when a line cannot be, with its number
   * @throws UncheckedIOException when it cannot be read
   */
  public static SmsProfiles read(String file, Reader lines) {
    Map<String, SmsProfile> profiles = new LinkedHashMap<>();
    for (SmsProfile profile : new ProfileReader(file).read(new BufferedReader(lines))) {
      profiles.put(profile.name(), profile);
    }
    return new SmsProfiles(profiles);
  }

  /** These and more, of which one with the same name takes its place. */
  public SmsProfiles with(SmsProfiles more) {
    Map<String, SmsProfile> all = new LinkedHashMap<>(byName);
    all.putAll(more.byName);
    return new SmsProfiles(all);
  }

  /**
   * The profile of a name.
   *
   * @throws IllegalArgumentException when there is none, with those that there are
   */
  public SmsProfile named(String name) {
    SmsProfile found = byName.get(Objects.requireNonNull(name, "name"));
    if (found == null) {
      throw new IllegalArgumentException(
          "no profile " + Text.quoted(name) + ": " + Nearest.hint(name, byName.keySet()));
    }
    return found;
  }

  /** All of them, as they are listed. */
  public List<SmsProfile> list() {
    return new ArrayList<>(byName.values());
  }

  private static final class Stock {
    static final SmsProfiles PROFILES = load();

    private static SmsProfiles load() {
      InputStream data = Objects.requireNonNull(SmsProfiles.class.getResourceAsStream(DATA), DATA);
      try (Reader lines = new InputStreamReader(data, StandardCharsets.UTF_8)) {
        return read(DATA, lines);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
