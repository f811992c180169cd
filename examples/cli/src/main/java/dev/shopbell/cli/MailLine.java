package dev.shopbell.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.mime.Draft;
import dev.shopbell.mime.Letters;
import dev.shopbell.smtp.LetterSource;
import dev.shopbell.smtp.SmtpEnvelope;
import dev.shopbell.transport.LetterSigner;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/**
 * One message of {@code mail send}: the letter that everybody gets, and an envelope for each.
 *
 * @param id as the line has it; null when it has none
 */
record MailLine(JsonNode id, List<SmtpEnvelope> envelopes, LetterSource letter) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  static MailLine of(JsonNode line) {
    Draft draft = MailJson.draft(line, Clock.systemUTC(), RANDOM);
    EmailAddress bounces =
        line.hasNonNull("envelopeFrom")
            ? EmailAddress.of(line.get("envelopeFrom").asText())
            : draft.author().from().address();
    List<SmtpEnvelope> envelopes =
        MailJson.recipients(line).stream().map(to -> SmtpEnvelope.of(bounces, to)).toList();
    return new MailLine(
        line.path("id"), envelopes, eightBit -> Letters.wire(draft, LetterSigner.NONE, eightBit));
  }
}
