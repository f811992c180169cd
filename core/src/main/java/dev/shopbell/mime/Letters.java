package dev.shopbell.mime;

import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.Addressee;
import dev.shopbell.transport.LetterHeaders;
import dev.shopbell.transport.LetterSigner;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes letters as Internet messages (RFC 5322): HTML and plain text as alternatives, files behind
 * or inside them, every header and line clean for any script. The same letter gives the same octets
 * each time.
 */
public final class Letters {
  private Letters() {}

  /**
   * The letter for the wire. It is put together and signed here, on the caller's thread;
   * attachments are read once where it is signed, and once more each time that it is written. A
   * message of Jakarta Mail's in it goes out as it is, with those of the letter's headers above
   * that it lacks: List-Unsubscribe, Feedback-ID and further ones.
   *
   * @param eightBit whether the server takes 8BITMIME. A signed letter makes no use of it, since a
   *     server further on that takes seven bits alone would have to change it
   * @throws MessagingException when an attachment cannot be read, or it cannot be signed
   */
  public static WireLetter wire(OutboundEmail email, boolean eightBit) throws MessagingException {
    return letter(email, eightBit);
  }

  private static SegmentLetter letter(OutboundEmail email, boolean eightBit)
      throws MessagingException {
    Optional<MimeMessage> message = email.content().message();
    return message.isPresent()
        ? signed(JakartaLetter.of(message.get(), email.headers()), email.signer())
        : letter(draft(email), email.signer(), eightBit);
  }

  /** As {@link #wire(OutboundEmail, boolean)}, for a letter that is no notice. */
  public static WireLetter wire(Draft draft, LetterSigner signer, boolean eightBit)
      throws MessagingException {
    return letter(draft, signer, eightBit);
  }

  private static SegmentLetter letter(Draft draft, LetterSigner signer, boolean eightBit)
      throws MessagingException {
    Objects.requireNonNull(signer, "signer");
    boolean signed = signer != LetterSigner.NONE;
    try {
      SegmentLetter letter = new DraftWriter(draft, eightBit && !signed).write();
      return letter.below(signer.sign(letter::writeTo));
    } catch (IOException e) {
      throw new MessagingException("the letter cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * A message of Jakarta Mail's for the wire, without Bcc. Its lines are ended with CR LF; it is
   * not written anew, so that it goes out as whoever made it has encoded it.
   *
   * @throws MessagingException when Jakarta Mail cannot write it
   */
  public static WireLetter wire(MimeMessage message) throws MessagingException {
    return JakartaLetter.of(Objects.requireNonNull(message, "message"));
  }

  /**
   * A letter of any kind with a signer's lines above it.
   *
   * @throws MessagingException when it cannot be read or signed
   */
  public static WireLetter signed(WireLetter letter, LetterSigner signer)
      throws MessagingException {
    return signed(SegmentLetter.of(letter), signer);
  }

  private static SegmentLetter signed(SegmentLetter letter, LetterSigner signer)
      throws MessagingException {
    try {
      return letter.below(signer.sign(letter::writeTo));
    } catch (IOException e) {
      throw new MessagingException("the letter cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * The letter as Jakarta Mail knows it: the same octets, the one envelope recipient as its only
   * recipient, and the envelope's sender where an SMTP transport of Angus Mail looks for it. Once
   * it is changed, Jakarta Mail writes it, and a signature no longer holds.
   *
   * @throws MessagingException when an attachment cannot be read, or it cannot be signed
   */
  public static MimeMessage message(OutboundEmail email) throws MessagingException {
    return new WireMessage(letter(email, false), email);
  }

  /**
   * The letter as octets in memory, as they would stand in an {@code .eml} file.
   *
   * @throws MessagingException when an attachment cannot be read, or it cannot be signed
   */
  public static byte[] bytes(OutboundEmail email) throws MessagingException {
    return bytes(wire(email, false));
  }

  static byte[] bytes(WireLetter letter) throws MessagingException {
    Octets octets = new Octets(Math.toIntExact(letter.size()));
    try {
      letter.writeTo(octets);
      return octets.copy();
    } catch (IOException e) {
      throw new MessagingException("the letter cannot be written: " + e.getMessage(), e);
    }
  }

  private static Draft draft(OutboundEmail email) {
    EmailContent content = email.content();
    LetterHeaders headers = email.headers();
    boolean named = !headers.to().isEmpty() || !headers.cc().isEmpty();
    return new Draft(
        Author.of(email.sender()),
        named ? headers : headers.shownTo(List.of(Addressee.of(email.to())), List.of()),
        email.messageId(),
        email.date(),
        content.subject(),
        content.text(),
        Preheader.in(content.html(), content.preheader()),
        email.attachments());
  }
}
