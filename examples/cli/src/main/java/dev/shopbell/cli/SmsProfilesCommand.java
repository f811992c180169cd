package dev.shopbell.cli;

import dev.shopbell.sms.SmsCapacity;
import dev.shopbell.sms.SmsLanguage;
import dev.shopbell.sms.SmsProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "profiles",
    description = "Lists the profiles, each value with where it is from.",
    mixinStandardHelpOptions = true)
final class SmsProfilesCommand implements Callable<Integer> {
  @Mixin private SmsOptions options = new SmsOptions();

  @Override
  public Integer call() {
    options.profiles().list().forEach(profile -> JsonLines.print(described(profile)));
    return 0;
  }

  private static Map<String, Object> described(SmsProfile profile) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", profile.name());
    answer.put("title", profile.title());
    answer.put("alphabet", profile.alphabet().label());
    answer.put("extension", profile.extension());
    answer.put("gsm7", capacity(profile.gsm7()));
    answer.put("ucs2", capacity(profile.ucs2()));
    answer.put("referenceBits", profile.referenceBits());
    answer.put("shift", lower(profile.shift()));
    answer.put("languages", profile.languages().stream().map(SmsLanguage::code).toList());
    answer.put(
        "maxCharacters",
        profile.maxCharacters().isPresent() ? profile.maxCharacters().getAsInt() : null);
    answer.put("maxSegments", profile.maxSegments());
    answer.put("billing", lower(profile.billing()));
    answer.put("signature", lower(profile.signature()));
    answer.put("optOut", profile.optOut());
    answer.put("sources", new TreeMap<>(profile.sources()));
    return answer;
  }

  private static List<Integer> capacity(SmsCapacity capacity) {
    return List.of(capacity.single(), capacity.first(), capacity.following());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
