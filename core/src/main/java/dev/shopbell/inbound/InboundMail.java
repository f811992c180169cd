package dev.shopbell.inbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A message that came in, and what it is. Whatever the message holds, reading it gives an answer in
 * bounded time and memory: of each part and of the whole no more is kept than is looked at, and
 * what cannot be understood is {@link Verdict.Other}.
 *
 * @param verdict what it is
 * @param clues which letter it may be about
 */
public record InboundMail(Verdict verdict, Clues clues) {
  public InboundMail {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(clues, "clues");
  }

  /**
   * Reads a raw message (RFC 5322) to its end.
   *
   * @param raw the message as it came; not closed
   * @throws IOException when the stream itself fails; what it gave until then is not judged
   */
  public static InboundMail read(InputStream raw, Envelope envelope) throws IOException {
    Objects.requireNonNull(envelope, "envelope");
    return judge(Intake.read(Objects.requireNonNull(raw, "raw")), envelope);
  }

  /** As {@link #read(InputStream, Envelope)}, from bytes and without an envelope. */
  public static InboundMail read(byte[] raw) {
    try {
      return read(new ByteArrayInputStream(raw), Envelope.UNKNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing that stands in a message is worth an exception to the host. */
  private static InboundMail judge(byte[] kept, Envelope envelope) {
    try {
      Letterhead mail = Letterhead.of(MailPart.of(kept), envelope);
      return new InboundMail(Classifier.verdict(mail), ClueFinder.find(mail));
    } catch (RuntimeException | StackOverflowError e) {
      return new InboundMail(new Verdict.Other(), Clues.NONE);
    }
  }
}
