package dev.shopbell.inbound;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The content of a part for Jakarta Mail to split, shared and not copied. */
record PartSource(String getContentType, Content content) implements DataSource {
  /** Opens the content. */
  @FunctionalInterface
  interface Content {
    InputStream open() throws MessagingException;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    try {
      return content.open();
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    throw new IOException("a part that came in is not written");
  }

  @Override
  public String getName() {
    return "";
  }
}
