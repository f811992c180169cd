package dev.shopbell.testkit.dns;

import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The zone files of a merchant and a platform for whom all is well. */
final class SampleZones {
  /** An RSA key of 2048 bits whose secret half nobody has kept. */
  private static final String DKIM_KEY =
      "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnp4DknnJ6gKQhWk5CWmPQJEjHq2M78AKnLXr"
          + "BzQ5q9TSzJCD2NBRRTmrogrUAjTZpvAxo7j4fcDz362FuZDxgrNu1QbgU1VDpiz24ej86O9swS5//Ph5"
          + "aztUHmXdyA/IIVix6OkUBUl3lxWBiGzkLW/inU0xe1wRQ3v4ZBlL4s0+a2SarOVvAFjFy6hlTzBOFNx/"
          + "kczjKuxk5LZwoWNiQH4Irv1n34rIE9q3f3bzl1zSTrpy7Ujs3kcUt5DWbcLkv3nrBzojFEauWvVXjvyZ"
          + "hQs+QDVvoH4G+2si+acfrhYaxt0Eq0JFMh7n9E5yfhUGo1DyGiMNl6Q0dftnzDVvxwIDAQAB";

  private SampleZones() {}

  static String merchant(Map<String, String> aliases) {
    return "@ MX 10 mail\n@ TXT \"v=spf1 mx -all\"\nmail A 192.0.2.25\n_dmarc TXT \"v=DMARC1; p=none\"\n"
        + lines(aliases, e -> "%s CNAME %s\n".formatted(e.getKey(), full(e.getValue())));
  }

  static String platform(Map<String, String> aliases) {
    return lines(aliases, e -> target(e.getKey(), full(e.getValue())));
  }

  private static String target(String alias, String name) {
    return alias.contains("_domainkey") ? dkimKey(name) : returnPath(name);
  }

  private static String dkimKey(String name) {
    int half = DKIM_KEY.length() / 2;
    return "%s TXT \"v=DKIM1; k=rsa; p=%s\" \"%s\"\n"
        .formatted(name, DKIM_KEY.substring(0, half), DKIM_KEY.substring(half));
  }

  private static String returnPath(String name) {
    return "%1$s MX 10 %1$s\n%1$s A 192.0.2.26\n%1$s TXT \"v=spf1 ip4:192.0.2.26 -all\"\n"
        .formatted(name);
  }

  private static String full(String name) {
    return name.endsWith(".") ? name : name + ".";
  }

  private static String lines(
      Map<String, String> aliases, Function<Entry<String, String>, String> line) {
    return aliases.entrySet().stream().map(line).collect(Collectors.joining());
  }
}
