package dev.shopbell.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** The octets of one connection to a scripted server, which can end it after so many of them. */
final class SmtpOctets {
  private static final int LONGEST_LINE = 1_000_000;

  private final ScriptedSmtpServer server;
  private final Socket raw;
  private final byte[] buffer = new byte[16_384];
  private InputStream in;
  private OutputStream out;
  private long mayRead;
  private long mayWrite;
  private int from;
  private int to;

  SmtpOctets(ScriptedSmtpServer server, Socket socket, Cut cut) throws IOException {
    this.server = server;
    this.raw = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.mayRead = cut.reading();
    this.mayWrite = cut.writing();
  }

  /** After how many octets of each direction the connection ends. */
  record Cut(long reading, long writing) {
    static final Cut NEVER = new Cut(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /** The next line without its end; null when there is none. */
  @Nullable String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = read(); c != '\n'; c = read()) {
      if (c < 0 || line.length() > LONGEST_LINE) {
        return null;
      }
      line.append((char) c);
    }
    int end = line.length();
    return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
  }

  /** So many octets, one a character; null when there are fewer. */
  @Nullable String text(int octets) throws IOException {
    StringBuilder text = new StringBuilder(Math.min(octets, LONGEST_LINE));
    for (int i = 0; i < octets; i++) {
      int c = read();
      if (c < 0) {
        return null;
      }
      text.append((char) c);
    }
    return text.toString();
  }

  private int read() throws IOException {
    if (from == to) {
      if (mayRead == 0) {
        raw.close();
        return -1;
      }
      from = 0;
      to = Math.max(0, in.read(buffer, 0, (int) Math.min(buffer.length, mayRead)));
      mayRead -= to;
      server.log().read.addAndGet(to);
    }
    return from == to ? -1 : buffer[from++] & 0xFF;
  }

  void write(String text) throws IOException {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    int length = (int) Math.min(octets.length, mayWrite);
    mayWrite -= length;
    server.log().wrote.addAndGet(length);
    if (server.manners().dribble.isZero()) {
      out.write(octets, 0, length);
    } else {
      dribble(Arrays.copyOf(octets, length), server.manners().dribble);
    }
    out.flush();
    if (mayWrite == 0) {
      raw.close();
      throw new IOException("cut as told");
    }
  }

  private void dribble(byte[] octets, Duration pause) throws IOException {
    for (byte octet : octets) {
      out.write(octet);
      out.flush();
      server.pause(pause);
    }
  }

  /** Goes on in TLS as a server. What came before is dropped. */
  void secure(SSLContext context) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(raw, raw.getInetAddress().getHostAddress(), raw.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    in = secured.getInputStream();
    out = secured.getOutputStream();
    from = 0;
    to = 0;
  }
}
