package dev.shopbell.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.sms.SmsProfile;
import dev.shopbell.sms.SmsSegmentCalculator;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.OutboundSms;
import dev.shopbell.transport.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tells of each attempt: a line of JSON for programs, a few words for people, a file to look at.
 */
final class DemoReport implements DeliveryListener {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The demo's gateway is one of mainland China. */
  private static final SmsSegmentCalculator CHINA = SmsSegmentCalculator.of(SmsProfile.named("cn"));

  private final PrintWriter lines;
  private final PrintWriter people;
  private final LetterFolder letters;
  private final boolean terminal = Boolean.getBoolean("shopbell.terminal");
  private int attempts;

  DemoReport(PrintWriter lines, PrintWriter people, LetterFolder letters) {
    this.lines = lines;
    this.people = people;
    this.letters = letters;
  }

  void chapter(String title) {
    people.println();
    people.println(title);
  }

  void remark(String text) {
    people.println("  " + text);
  }

  /** How many attempts were told of. */
  int attempts() {
    return attempts;
  }

  @Override
  public void attempted(Delivery delivery, Attempt attempt, OutboundMessage message) {
    attempts++;
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", delivery.notice().type());
    line.put("channel", attempt.channel().name());
    line.put("to", message.to().value());
    String said = "";
    if (message instanceof OutboundEmail letter) {
      said = letter.content().subject();
      line.put("shownAs", letter.sender().shownAs());
      line.put("subject", said);
      keep(delivery, attempt, letter);
    } else if (message instanceof OutboundSms sms) {
      said = "【" + sms.signature() + "】" + sms.content().text();
      line.put("shownAs", "【" + sms.signature() + "】");
      line.put("text", said);
      line.put("segments", CHINA.billed(said));
    }
    String outcome = attempt.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    line.put("outcome", outcome);
    lines.println(json(line));
    if (!terminal) {
      people.println(
          "  %-16s %-5s %-9s %s"
              .formatted(delivery.notice().type(), attempt.channel(), outcome, said));
    }
  }

  /** What went through a transport that keeps no letters itself. */
  private void keep(Delivery delivery, Attempt attempt, OutboundEmail letter) {
    if (attempt.outcome() instanceof Outcome.Accepted && !letters.has(delivery)) {
      letters.write(delivery, letter);
    }
  }

  /** Who the letters were from, and why. */
  void summary() throws IOException {
    Map<String, String> senders = new LinkedHashMap<>();
    letters.shown().forEach(letter -> senders.put(letter.shownAs(), letter.why()));
    chapter("What a mail client shows as the sender, and why:");
    senders.forEach((shownAs, why) -> people.println("  " + shownAs + "\n    " + why));
  }

  private static String json(Map<String, Object> line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
