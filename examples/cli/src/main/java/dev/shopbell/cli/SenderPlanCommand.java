package dev.shopbell.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.identity.SenderPolicy;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "plan",
    description = {
      "Tells how a shop's mail is addressed under the circumstances given, and why.",
      "One line of JSON, and the same in words for people. Nothing is looked up."
    },
    mixinStandardHelpOptions = true)
final class SenderPlanCommand implements Callable<Integer> {
  @Option(names = "--shop", required = true, paramLabel = "NAME", description = "The shop's name.")
  private String shop = "";

  @Option(
      names = "--mailbox",
      required = true,
      paramLabel = "A",
      description = "Its contact mailbox.")
  private String mailbox = "";

  @Option(
      names = "--state",
      paramLabel = "S",
      defaultValue = "unverified",
      description =
          "How far its domain is: unverified (the default), pending, verified, effective, lapsed.")
  private String state = "unverified";

  @Option(
      names = "--dmarc",
      paramLabel = "P",
      defaultValue = "missing",
      description =
          "The DMARC policy of the mailbox's domain: missing (the default), none, quarantine, reject, unknown.")
  private String dmarc = "missing";

  @Option(
      names = "--policy",
      paramLabel = "rewrite|literal",
      defaultValue = "rewrite",
      description = "What the platform puts into From when it sends for a shop.")
  private String policy = "rewrite";

  @Option(
      names = "--platform-domain",
      paramLabel = "D",
      defaultValue = "platform.example",
      description = "The platform's own domain (default: ${DEFAULT-VALUE}).")
  private String platformDomain = "platform.example";

  @Option(
      names = "--return-path",
      paramLabel = "HOST",
      description = "The host below the mailbox's domain that bounces come back to.")
  private @Nullable String returnPath;

  @Override
  public Integer call() {
    SenderIdentity identity = SenderIdentity.of(shop, mailbox);
    PlatformSender platform =
        PlatformSender.of("notify@" + DomainName.of(platformDomain))
            .policy(choice("--policy", policy, SenderPolicy.values()));
    DomainStatus status =
        new DomainStatus(
            choice("--state", state, DomainState.values()),
            choice("--dmarc", dmarc, DmarcPolicy.values()),
            returnPathBelow(identity.mailbox().domain()));
    SenderPlan plan = identity.plan(SenderContext.of(platform, status));
    new PrintWriter(System.out, true, StandardCharsets.UTF_8).println(json(plan));
    tell(plan, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    return 0;
  }

  private Optional<DomainName> returnPathBelow(DomainName domain) {
    Optional<DomainName> host = Optional.ofNullable(returnPath).map(DomainName::of);
    if (host.isPresent() && !host.get().isWithin(domain)) {
      throw new IllegalArgumentException(
          "--return-path %s is not below %s: give a host of the mailbox's domain"
              .formatted(host.get(), domain));
    }
    return host;
  }

  private static <E extends Enum<E>> E choice(String option, String text, E[] values) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values)
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(refusal(option, text, values)));
  }

  private static String refusal(String option, String text, Enum<?>[] values) {
    List<String> names = Arrays.stream(values).map(Words::lower).toList();
    return "%s is \"%s\": give one of %s".formatted(option, text, String.join(", ", names));
  }

  private static ObjectNode json(SenderPlan plan) {
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("from", plan.from().name() + " <" + plan.from().address().value() + ">");
    line.put("sender", plan.sender().map(EmailAddress::value).orElse(null));
    line.put("replyTo", plan.replyTo().map(EmailAddress::value).orElse(null));
    line.put("returnPath", plan.returnPath().value());
    line.put("dkimDomain", plan.dkimDomain().map(DomainName::value).orElse(null));
    line.put("shownAs", plan.shownAs());
    line.put("reason", plan.reason().name());
    ArrayNode advice = line.putArray("advice");
    plan.advice().forEach(each -> advice.add(each.name()));
    return line;
  }

  private static void tell(SenderPlan plan, PrintWriter people) {
    people.println(plan.shownAs());
    people.println("  " + plan.reason().text());
    plan.shownOtherwise()
        .forEach((family, line) -> people.println("  " + Words.lower(family) + " shows: " + line));
    plan.advice().forEach(each -> people.println("  Advice: " + each.text(Locale.ENGLISH)));
  }
}
