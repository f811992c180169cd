package dev.shopbell.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.sms.PricePlan;
import dev.shopbell.sms.PriceTier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a price plan; whatever is not a whole number is no price. */
final class PricePlanFile {
  private PricePlanFile() {}

  static PricePlan read(Path file) {
    try {
      return plan(JsonLines.JSON.readTree(Files.readString(file)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "--plan %s, line %d is not JSON: %s"
              .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException("--plan " + file + " cannot be read: give a file", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--plan " + file + ": " + e.getMessage(), e);
    }
  }

  private static PricePlan plan(JsonNode plan) {
    List<PriceTier> tiers = new ArrayList<>();
    for (JsonNode tier : plan.path("tiers")) {
      tiers.add(new PriceTier(whole(tier, "from"), whole(tier, "price")));
    }
    Set<String> free = new HashSet<>();
    plan.path("free").forEach(type -> free.add(type.asText()));
    return new PricePlan(
        plan.path("currency").asText(),
        scheme(plan.path("scheme").asText()),
        plan.has("per") ? whole(plan, "per") : 1,
        tiers,
        free);
  }

  private static PricePlan.Scheme scheme(String scheme) {
    return switch (scheme) {
      case "marginal" -> PricePlan.Scheme.MARGINAL;
      case "whole-purchase" -> PricePlan.Scheme.WHOLE_PURCHASE;
      default ->
          throw new IllegalArgumentException(
              "scheme is \"" + scheme + "\": give marginal or whole-purchase");
    };
  }

  private static long whole(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException(
          name + " is " + value + ": give a whole number of the smallest unit of money");
    }
    return value.longValue();
  }
}
