package dev.shopbell.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.sms.SmsPart;
import dev.shopbell.sms.SmsSegmentCalculator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "split",
    description = {
      "Splits texts: lines of {\"id\":...,\"text\":...} on standard input.",
      "As few parts as can be, with as many user-perceived characters whole as that allows;"
          + " joined, they are the text."
    },
    mixinStandardHelpOptions = true)
final class SmsSplitCommand implements Callable<Integer> {
  @Mixin private SmsOptions options = new SmsOptions();

  private boolean refused;

  @Override
  public Integer call() {
    SmsSegmentCalculator calculator = options.calculator();
    boolean all = JsonLines.answer(System.in, line -> parts(calculator, line));
    return !all ? 2 : refused ? 1 : 0;
  }

  private Map<String, Object> parts(SmsSegmentCalculator calculator, JsonNode line) {
    String text = SmsCountCommand.text(line);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", line.get("id"));
    try {
      answer.put("parts", calculator.split(text).parts().stream().map(SmsPart::text).toList());
    } catch (IllegalArgumentException e) {
      refused = true;
      answer.put("error", e.getMessage());
    }
    return answer;
  }
}
