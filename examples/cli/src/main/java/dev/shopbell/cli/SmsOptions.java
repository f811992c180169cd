package dev.shopbell.cli;

import dev.shopbell.sms.SmsLanguage;
import dev.shopbell.sms.SmsProfile;
import dev.shopbell.sms.SmsProfiles;
import dev.shopbell.sms.SmsSegmentCalculator;
import dev.shopbell.sms.SmsShift;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By which profile texts are counted. */
final class SmsOptions {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "gsm",
      description = "Who sends, and where to; see \"sms profiles\" (default: ${DEFAULT-VALUE}).")
  private String profile = "gsm";

  @Option(
      names = "--profiles",
      paramLabel = "FILE",
      description = "More profiles, written as core's sms-profiles.txt is.")
  private @Nullable Path file;

  @Option(
      names = "--shift",
      paramLabel = "KIND",
      description = "National tables to use: single, locking or both.")
  private @Nullable String shift;

  @Option(
      names = "--languages",
      paramLabel = "CODES",
      description = "Whose national tables, in order of preference: tr,es,pt...")
  private @Nullable String languages;

  SmsSegmentCalculator calculator() {
    return SmsSegmentCalculator.of(shifted(profiles().named(profile)));
  }

  SmsProfiles profiles() {
    if (file == null) {
      return SmsProfiles.stock();
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return SmsProfiles.stock().with(SmsProfiles.read(file.toString(), lines));
    } catch (IOException e) {
      throw new IllegalArgumentException("--profiles " + file + " cannot be read: give a file", e);
    }
  }

  private SmsProfile shifted(SmsProfile chosen) {
    if (shift == null && languages == null) {
      return chosen;
    }
    SmsShift kind = shift == null ? SmsShift.BOTH : kind(shift);
    return chosen.toBuilder().shift(kind, languages(chosen)).build();
  }

  private List<SmsLanguage> languages(SmsProfile chosen) {
    if (languages != null) {
      return Arrays.stream(languages.split(","))
          .map(code -> SmsLanguage.of(code.strip()))
          .distinct()
          .toList();
    }
    return chosen.languages().isEmpty() ? List.of(SmsLanguage.values()) : chosen.languages();
  }

  private static SmsShift kind(String shift) {
    return switch (shift.toLowerCase(Locale.ROOT)) {
      case "single" -> SmsShift.SINGLE;
      case "locking" -> SmsShift.LOCKING;
      case "both" -> SmsShift.BOTH;
      default ->
          throw new IllegalArgumentException(
              "--shift is \"" + shift + "\": give single, locking or both");
    };
  }
}
