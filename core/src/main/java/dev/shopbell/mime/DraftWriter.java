package dev.shopbell.mime;

import dev.shopbell.transport.Addressee;
import dev.shopbell.transport.Attachment;
import dev.shopbell.transport.LetterHeaders;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/** Writes a draft, in one pass. The same draft gives the same octets. */
final class DraftWriter {
  private static final int HEADERS = 2_048;

  /** The prime of the FNV hash for 64 bits. */
  private static final long SPREAD = 0x100000001B3L;

  private final Draft draft;
  private final boolean eightBit;
  private final boolean inline;
  private int boundaries;

  DraftWriter(Draft draft, boolean eightBit) {
    this.draft = draft;
    this.eightBit = eightBit;
    this.inline = draft.attachments().stream().anyMatch(Attachment::isInline);
  }

  SegmentLetter write() throws AttachmentException {
    Part body = body();
    Assembly assembly =
        new Assembly(HEADERS + draft.text().length() + draft.html().length() * 5 / 4);
    Head head = new Head(assembly.octets());
    head(head);
    body.describe(head);
    assembly.octets().crlf();
    body.writeTo(assembly);
    if (!assembly.octets().endsLine() || !(body instanceof TextPart)) {
      assembly.octets().crlf();
    }
    return new SegmentLetter(assembly.segments(), body.isEightBit(), head.needsUtf8());
  }

  private void head(Head head) {
    LetterHeaders headers = draft.headers();
    head.field("Date", MailDate.of(draft.date()));
    head.mailboxes("From", List.of(draft.author().from()));
    draft.author().sender().ifPresent(sender -> head.mailbox("Sender", sender));
    some(head, "Reply-To", draft.author().replyTo());
    if (headers.to().isEmpty() && headers.cc().isEmpty()) {
      head.field("To", "undisclosed-recipients:;");
    }
    some(head, "To", headers.to());
    some(head, "Cc", headers.cc());
    head.field("Message-ID", "<" + draft.messageId() + ">");
    head.text("Subject", draft.subject());
    head.field("Auto-Submitted", "auto-generated");
    further(head, headers, name -> true);
    head.field("MIME-Version", "1.0");
  }

  /** What is for receivers' programs, of which those fields are written that are wanted. */
  static void further(Head head, LetterHeaders headers, Predicate<String> wanted) {
    headers
        .unsubscribe()
        .filter(link -> wanted.test("List-Unsubscribe"))
        .ifPresent(link -> unsubscribe(head, link.toASCIIString()));
    if (!headers.feedbackId().isEmpty() && wanted.test("Feedback-ID")) {
      head.field("Feedback-ID", headers.feedbackId());
    }
    headers
        .further()
        .forEach(
            (name, value) -> {
              if (wanted.test(name)) {
                head.token(name, value);
              }
            });
  }

  private static void some(Head head, String name, List<Addressee> mailboxes) {
    if (!mailboxes.isEmpty()) {
      head.mailboxes(name, mailboxes);
    }
  }

  private static void unsubscribe(Head head, String link) {
    head.field("List-Unsubscribe", "<" + link + ">");
    head.field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }

  private Part body() throws AttachmentException {
    List<Part> parts = new ArrayList<>();
    parts.add(words());
    parts.addAll(files(draft.html().isEmpty() || !inline));
    return parts.size() == 1 ? parts.get(0) : MultiPart.mixed(boundary(), parts);
  }

  private Part words() throws AttachmentException {
    if (draft.html().isEmpty()) {
      return new TextPart("plain", draft.text(), eightBit);
    }
    Part html = new TextPart("html", draft.html(), eightBit);
    if (inline) {
      List<Part> parts = new ArrayList<>();
      parts.add(html);
      for (Attachment file : draft.attachments()) {
        if (file.isInline()) {
          parts.add(new FilePart(file));
        }
      }
      html = MultiPart.related(boundary(), parts);
    }
    return draft.text().isEmpty()
        ? html
        : MultiPart.alternative(boundary(), new TextPart("plain", draft.text(), eightBit), html);
  }

  private List<Part> files(boolean all) throws AttachmentException {
    List<Part> files = new ArrayList<>();
    for (Attachment file : draft.attachments()) {
      if (all || !file.isInline()) {
        files.add(new FilePart(file));
      }
    }
    return files;
  }

  /**
   * One that no part can hold, since "=_" stands in none; by the Message-ID, so that a letter is
   * the same each time.
   */
  private String boundary() {
    String id = draft.messageId();
    long hash = 0;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * SPREAD;
    }
    return "=_" + HexFormat.of().toHexDigits(hash) + "_" + ++boundaries;
  }
}
