package dev.shopbell.cli;

import dev.shopbell.sms.SmsCharacter;
import dev.shopbell.sms.SmsExplanation;
import dev.shopbell.sms.SmsExplanation.Pushed;
import dev.shopbell.sms.SmsExplanation.Replacement;
import dev.shopbell.sms.SmsExplanation.Saving;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = "Says why a text costs what it costs, and what would make it cheaper.",
    mixinStandardHelpOptions = true)
final class SmsExplainCommand implements Callable<Integer> {
  private static final Pattern SURROGATE = Pattern.compile("\\\\u([dD][89a-fA-F][0-9a-fA-F]{2})");

  @Mixin private SmsOptions options = new SmsOptions();

  @Parameters(
      paramLabel = "TEXT",
      description = "As it goes out, with signature. A surrogate may be written as \\uD83D.")
  private String text = "";

  @Override
  public Integer call() {
    String meant =
        SURROGATE
            .matcher(text)
            .replaceAll(hit -> Character.toString((char) Integer.parseInt(hit.group(1), 16)));
    SmsExplanation explanation = options.calculator().explain(meant);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("encoding", explanation.encoding().label());
    answer.put("segments", explanation.segments());
    answer.put("unitsLeft", explanation.unitsLeft());
    answer.put(
        "forcedBy", explanation.forcedBy().stream().map(SmsExplainCommand::character).toList());
    answer.put("pushed", explanation.pushed().stream().map(SmsExplainCommand::pushed).toList());
    answer.put("savings", explanation.savings().stream().map(SmsExplainCommand::saving).toList());
    JsonLines.print(answer);
    System.err.println(explanation.words());
    return 0;
  }

  private static Map<String, Object> character(SmsCharacter character) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("index", character.index());
    answer.put("codePoint", character.code());
    answer.put("name", character.name());
    return answer;
  }

  private static Map<String, Object> pushed(Pushed pushed) {
    Map<String, Object> answer = character(pushed.character());
    answer.put("segment", pushed.segment());
    return answer;
  }

  private static Map<String, Object> saving(Saving saving) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("segments", saving.segments());
    answer.put("saves", saving.saves());
    answer.put(
        "replace", saving.replacements().stream().map(SmsExplainCommand::replacement).toList());
    return answer;
  }

  private static Map<String, Object> replacement(Replacement replacement) {
    Map<String, Object> answer = character(replacement.first());
    answer.put("indexes", replacement.indexes());
    answer.put("by", replacement.by());
    return answer;
  }
}
