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
  private final Map<String, String> senders = new LinkedHashMap<>();

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

  @Override
  public void attempted(Delivery delivery, Attempt attempt, OutboundMessage message) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", delivery.notice().type());
    line.put("channel", attempt.channel().name());
    line.put("to", message.to().value());
    String said = "";
    if (message instanceof OutboundEmail letter) {
      said = letter.content().subject();
      line.put("shownAs", letter.sender().shownAs());
      senders.put(letter.sender().shownAs(), letter.sender().reason().text());
      line.put("subject", said);
      letters.write(delivery.notice().store().value(), delivery.notice().type(), letter);
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

  /** Who the letters were from, and why. */
  void summary() {
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
