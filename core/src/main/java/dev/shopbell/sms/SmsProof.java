package dev.shopbell.sms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Why a message was charged so many segments, in one JSON object that anybody can check: the
 * profile's numbers and where they are from, the text, each segment's units and border, the reason.
 * It holds the text, and is as personal.
 */
public final class SmsProof {
  private final String json;

  private SmsProof(String json) {
    this.json = json;
  }

  /** The proof of a text as it went out, with signature and opt-out. */
  public static SmsProof of(SmsSegmentCalculator calculator, String text) {
    SmsProfile profile = calculator.profile();
    Coding coding = calculator.coding(text);
    Borders borders = Borders.strict(coding, text);
    int[] units = borders.units(coding, text);
    SmsCapacity capacity = coding.capacity();
    Json json = new Json();
    json.open();
    json.name("profile").open();
    json.name("name").text(profile.name());
    json.name("billing").text(profile.billing().name().toLowerCase(Locale.ROOT));
    json.name("capacity")
        .numbers(List.of(capacity.single(), capacity.first(), capacity.following()));
    json.name("sources").open();
    for (Map.Entry<String, String> source : new TreeMap<>(profile.sources()).entrySet()) {
      json.name(source.getKey()).text(source.getValue());
    }
    json.close().close();
    json.name("text").text(text);
    json.name("encoding").text(coding.encoding().label());
    json.name("billed").number(calculator.billed(text));
    json.name("units").numbers(Arrays.stream(units).boxed().toList());
    json.name("borders")
        .numbers(IntStream.range(0, borders.segments()).mapToObj(borders::end).toList());
    json.name("reason").text(calculator.explain(text).words());
    return new SmsProof(json.close().toString());
  }

  /** One line of JSON; lone surrogates are escaped. */
  public String json() {
    return json;
  }

  /** Its size alone: it holds the message. */
  @Override
  public String toString() {
    return "SmsProof[" + json.length() + " characters]";
  }
}
