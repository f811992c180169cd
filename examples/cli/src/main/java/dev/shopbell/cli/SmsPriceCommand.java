package dev.shopbell.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.sms.Bill;
import dev.shopbell.sms.DeliveredSms;
import dev.shopbell.sms.PricePlan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "price",
    description = {
      "Prints what segments cost, in the smallest unit of money.",
      "A plan is {\"currency\":\"CNY\",\"scheme\":\"marginal\" or \"whole-purchase\",\"per\":1,"
          + "\"tiers\":[{\"from\":1,\"price\":5},{\"from\":10001,\"price\":4}],"
          + "\"free\":[\"order.paid\"]}: prices are whole numbers for so many segments (per; 1"
          + " unless given)."
    },
    mixinStandardHelpOptions = true)
final class SmsPriceCommand implements Callable<Integer> {
  @Option(
      names = "--plan",
      paramLabel = "FILE",
      required = true,
      description = "What segments cost.")
  private Path plan = Path.of("");

  @ArgGroup(multiplicity = "1")
  private Asked asked = new Asked();

  /** One of two questions. */
  static final class Asked {
    @Option(names = "--buy", paramLabel = "N", description = "So many segments are bought.")
    private @Nullable Long buy;

    @Option(
        names = "--delivered",
        paramLabel = "FILE",
        description = {
          "Messages that arrived, lines of {\"type\":\"order.shipped\",\"segments\":2};",
          "one with \"delivered\":false is not charged."
        })
    private @Nullable Path delivered;
  }

  @Override
  public Integer call() {
    PricePlan prices = PricePlanFile.read(plan);
    if (asked.buy != null) {
      print(prices.buy(asked.buy));
      return 0;
    }
    List<DeliveredSms> messages = new ArrayList<>();
    boolean all = readInto(messages);
    print(prices.bill(messages));
    return all ? 0 : 2;
  }

  private boolean readInto(List<DeliveredSms> messages) {
    try (InputStream in = Files.newInputStream(Objects.requireNonNull(asked.delivered))) {
      return JsonLines.read(in, line -> message(line).ifPresent(messages::add));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--delivered " + asked.delivered + " cannot be read: give a file", e);
    }
  }

  private static Optional<DeliveredSms> message(JsonNode line) {
    JsonNode type = line.get("type");
    JsonNode segments = line.get("segments");
    if (type == null || !type.isTextual() || segments == null) {
      throw new IllegalArgumentException("has no \"type\" with a whole number of \"segments\"");
    }
    int count = whole(segments);
    boolean arrived = !line.has("delivered") || line.get("delivered").asBoolean();
    return arrived ? Optional.of(new DeliveredSms(type.textValue(), count)) : Optional.empty();
  }

  private static int whole(JsonNode segments) {
    if (!segments.isIntegralNumber()) {
      throw new IllegalArgumentException("segments is " + segments + ": give a whole number");
    }
    if (!segments.canConvertToInt()) {
      boolean large = segments.bigIntegerValue().signum() > 0;
      throw new IllegalArgumentException(
          "segments is %s, which is too %s: give 1 to %d"
              .formatted(segments, large ? "large" : "small", Integer.MAX_VALUE));
    }
    return segments.intValue();
  }

  private static void print(Bill bill) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("currency", bill.currency());
    answer.put("amount", bill.amount());
    answer.put("segments", bill.segments());
    answer.put("freeSegments", bill.freeSegments());
    answer.put("per", bill.per());
    answer.put("lines", bill.lines());
    JsonLines.print(answer);
  }
}
