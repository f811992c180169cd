package dev.shopbell.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.sms.SmsCount;
import dev.shopbell.sms.SmsSegmentCalculator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "count",
    description = {
      "Counts texts: lines of {\"id\":...,\"text\":...} on standard input.",
      "segments and units cut no escape pair and no surrogate pair; billed is what the provider"
          + " charges; graphemeSafe cuts no user-perceived character."
    },
    mixinStandardHelpOptions = true)
final class SmsCountCommand implements Callable<Integer> {
  @Mixin private SmsOptions options = new SmsOptions();

  @Override
  public Integer call() {
    SmsSegmentCalculator calculator = options.calculator();
    return JsonLines.answer(System.in, line -> counted(calculator, line)) ? 0 : 2;
  }

  private static Map<String, Object> counted(SmsSegmentCalculator calculator, JsonNode line) {
    SmsCount count = calculator.count(text(line));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", line.get("id"));
    answer.put("encoding", count.encoding().label());
    answer.put("segments", count.segments());
    answer.put("units", count.units());
    answer.put("billed", count.billed());
    answer.put("graphemeSafe", count.graphemeSafe());
    answer.put("overLimit", count.overLimit());
    return answer;
  }

  /**
   * The text of a line.
   *
   * @throws IllegalArgumentException when it has none
   */
  static String text(JsonNode line) {
    JsonNode text = line.get("text");
    if (text == null || !text.isTextual()) {
      throw new IllegalArgumentException("has no \"text\" that is a string");
    }
    return text.textValue();
  }
}
