package dev.shopbell.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What the wire allows: octets made beforehand, by one thread a connection. */
final class PrebuiltSmtp {
  private static final byte[] ENVELOPE =
      ascii(
          "MAIL FROM:<%s>\r\nRCPT TO:<%s>\r\nDATA\r\n".formatted(MailLetters.FROM, MailLetters.TO));

  private final int port;
  private final byte[] letter;

  PrebuiltSmtp(int port, byte[] letter) {
    this.port = port;
    this.letter = letter;
  }

  /** RFC 2920 across letters: the content of one with the envelope of the next. */
  void pipelined(int letters) throws IOException {
    byte[] group = joined(letter, ascii(".\r\n"), ENVELOPE);
    try (Socket socket = open()) {
      OutputStream out = socket.getOutputStream();
      out.write(ENVELOPE);
      lines(socket, 3);
      for (int i = 1; i < letters; i++) {
        out.write(group);
        lines(socket, 4);
      }
      out.write(joined(letter, ascii(".\r\n")));
      lines(socket, 1);
    }
  }

  /** CHUNKING with so many letters in flight. */
  void chunked(int letters, int window) throws IOException {
    byte[] one =
        joined(
            ascii(
                "MAIL FROM:<%s>\r\nRCPT TO:<%s>\r\nBDAT %s LAST\r\n"
                    .formatted(MailLetters.FROM, MailLetters.TO, letter.length)),
            letter);
    try (Socket socket = open()) {
      OutputStream out = socket.getOutputStream();
      int sent = 0;
      for (int done = 0; done < letters; done++) {
        for (; sent < letters && sent - done < window; sent++) {
          out.write(one);
        }
        lines(socket, 3);
      }
    }
  }

  private Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    lines(socket, 1);
    socket.getOutputStream().write(ascii("EHLO bench\r\n"));
    lines(socket, 5);
    return socket;
  }

  private static void lines(Socket socket, int count) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[256];
    int left = count;
    while (left > 0) {
      int read = in.read(buffer, 0, left == 1 ? 1 : Math.min(buffer.length, left * 8));
      if (read < 0) {
        throw new IOException("closed");
      }
      for (int i = 0; i < read; i++) {
        left -= buffer[i] == '\n' ? 1 : 0;
      }
    }
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
