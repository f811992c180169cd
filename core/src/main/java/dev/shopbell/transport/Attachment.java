package dev.shopbell.transport;

import dev.shopbell.internal.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A file that goes with a letter: behind it, or inside its HTML as an image. It is read while the
 * letter is written, at each attempt anew, and never held as a whole.
 *
 * @param name the file's name for the reader, one line of at most 255 characters
 * @param type its media type, {@code application/pdf}; not {@code multipart/} or {@code message/},
 *     which have rules of their own
 * @param contentId what {@code <img src="cid:logo">} in the HTML calls it; empty for a file that
 *     stands behind the letter
 * @param content what is in it
 */
public record Attachment(String name, String type, String contentId, Content content) {
  private static final String TOKEN = "[A-Za-z0-9!#$&^_.+-]{1,100}";
  private static final Pattern TYPE =
      Pattern.compile(
          TOKEN
              + "/"
              + TOKEN
              + "( ?; ?"
              + TOKEN
              + "=("
              + TOKEN
              + "|\"[ !#-\\[\\]-~]{0,60}\")){0,3}");
  private static final Pattern COMPOSITE = Pattern.compile("(?i)(multipart|message)/.*");
  private static final Pattern CONTENT_ID = Pattern.compile("[A-Za-z0-9._%+@-]{0,200}");

  /** What is in a file. It must give the same octets each time. */
  public interface Content {
    /** How many octets there are. */
    long size() throws IOException;

    /** Reads them from the beginning; the reader closes it. */
    InputStream open() throws IOException;
  }

  public Attachment {
    Text.line("name of an attachment", name, 255);
    Objects.requireNonNull(content, "content");
    if (!TYPE.matcher(type).matches() || COMPOSITE.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "the media type of an attachment is %s: give one as application/pdf, for a message application/octet-stream"
              .formatted(Text.quoted(type)));
    }
    if (!CONTENT_ID.matcher(contentId).matches()) {
      throw new IllegalArgumentException(
          "the content id of an attachment is %s: use letters, digits and ._%%+@-"
              .formatted(Text.quoted(contentId)));
    }
  }

  /** Octets in memory, not copied: they must not be changed. */
  public static Attachment of(String name, String type, byte[] octets) {
    Objects.requireNonNull(octets, "octets");
    return new Attachment(
        name,
        type,
        "",
        new Content() {
          @Override
          public long size() {
            return octets.length;
          }

          @Override
          public InputStream open() {
            return new ByteArrayInputStream(octets);
          }
        });
  }

  /** A file, read when the letter is written. */
  public static Attachment file(String name, String type, Path file) {
    Objects.requireNonNull(file, "file");
    return new Attachment(
        name,
        type,
        "",
        new Content() {
          @Override
          public long size() throws IOException {
            return Files.size(file);
          }

          @Override
          public InputStream open() throws IOException {
            return Files.newInputStream(file);
          }
        });
  }

  /** The same inside the letter's HTML, where {@code cid:} and this id show it. */
  public Attachment inline(String contentId) {
    if (contentId.isEmpty()) {
      throw new IllegalArgumentException(
          "the content id of an inline attachment is empty: give the one behind cid: in the HTML");
    }
    return new Attachment(name, type, contentId, content);
  }

  /** True when it is shown inside the letter's HTML. */
  public boolean isInline() {
    return !contentId.isEmpty();
  }

  /** Without its name, which is personal. */
  @Override
  public String toString() {
    return "Attachment[" + type.toLowerCase(Locale.ROOT) + "]";
  }
}
