package dev.shopbell.mime;

import dev.shopbell.transport.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** An attachment, in Base64, read each time that it is written. */
final class FilePart implements Part, Segment {
  private final Attachment file;
  private final long octets;

  FilePart(Attachment file) throws AttachmentException {
    this.file = file;
    try {
      this.octets = file.content().size();
    } catch (IOException e) {
      throw new AttachmentException("cannot be read", e);
    }
  }

  @Override
  public boolean isEightBit() {
    return false;
  }

  @Override
  public void describe(Head head) {
    head.begin("Content-Type");
    head.put(file.type() + ";");
    parameters(head, Parameters.of("name", file.name()));
    head.field("Content-Transfer-Encoding", TransferEncoding.BASE64.token());
    head.begin("Content-Disposition");
    head.put(file.isInline() ? "inline;" : "attachment;");
    parameters(head, Parameters.of("filename", file.name()));
    if (file.isInline()) {
      head.field("Content-ID", "<" + file.contentId() + ">");
    }
  }

  private static void parameters(Head head, List<String> words) {
    words.forEach(head::put);
    head.end();
  }

  @Override
  public void writeTo(Assembly assembly) {
    assembly.add(this);
  }

  @Override
  public long size() {
    return Base64Lines.size(octets);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    long read;
    try (InputStream in = new FileInput(open(), octets)) {
      read = Base64Lines.copy(in, out);
    }
    if (read != octets) {
      throw new AttachmentException("became shorter while the letter was written", null);
    }
  }

  private InputStream open() throws AttachmentException {
    try {
      return file.content().open();
    } catch (IOException e) {
      throw new AttachmentException("cannot be read", e);
    }
  }
}
