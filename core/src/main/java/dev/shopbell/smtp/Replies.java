package dev.shopbell.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Reads a server's replies. Each has a bounded length, and one time for all of it: a server that
 * sends an octet now and then does not gain any.
 */
final class Replies {
  private static final int LONGEST = 65_536;
  private static final int MOST_LINES = 500;

  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[4_096];
  private int from;
  private int to;
  private int octets;
  private long deadline;

  Replies(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /** How many octets have come that were not read yet. */
  int held() {
    return to - from;
  }

  /**
   * The next reply, of one line or several.
   *
   * @throws EOFException when the server had closed the connection
   * @throws SocketTimeoutException when it did not come in time
   */
  SmtpReply next(Duration timeout) throws IOException {
    deadline = System.nanoTime() + timeout.toNanos();
    octets = 0;
    String line = line(timeout);
    int code = code(line);
    if (isLast(line)) {
      return new SmtpReply(code, line);
    }
    StringBuilder text = new StringBuilder(line);
    for (int lines = 1; !isLast(line); lines++) {
      line = line(timeout);
      if (lines > MOST_LINES) {
        throw new IOException(
            "the server says too much: over " + MOST_LINES + " lines in one reply");
      }
      if (code(line) != code) {
        throw new IOException("the server answered nonsense: two codes in one reply");
      }
      text.append("\r\n").append(line);
    }
    return new SmtpReply(code, text.toString());
  }

  private static boolean isLast(String line) {
    return line.length() == 3 || line.charAt(3) == ' ';
  }

  private static int code(String line) throws IOException {
    boolean readable =
        line.length() >= 3
            && line.charAt(0) >= '2'
            && line.charAt(0) <= '5'
            && isDigit(line.charAt(1))
            && isDigit(line.charAt(2))
            && (line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-');
    if (!readable) {
      throw new IOException("the server answered nonsense: a line that is no reply");
    }
    return (line.charAt(0) - '0') * 100 + (line.charAt(1) - '0') * 10 + line.charAt(2) - '0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String line(Duration timeout) throws IOException {
    StringBuilder begun = new StringBuilder(0);
    while (true) {
      for (int i = from; i < to; i++) {
        if (buffer[i] == '\n') {
          String rest = text(from, i > from && buffer[i - 1] == '\r' ? i - 1 : i);
          from = i + 1;
          return begun.isEmpty() ? rest : begun.append(rest).toString().stripTrailing();
        }
      }
      begun.append(text(from, to));
      fill(timeout);
    }
  }

  private String text(int begin, int end) {
    return new String(buffer, begin, end - begin, StandardCharsets.UTF_8);
  }

  private void fill(Duration timeout) throws IOException {
    octets += to - from;
    if (octets > LONGEST) {
      throw new IOException("the server says too much: over " + LONGEST + " octets in one reply");
    }
    from = 0;
    to = 0;
    long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
    if (left <= 0) {
      throw late(timeout);
    }
    socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
    try {
      to = Math.max(0, in.read(buffer, 0, buffer.length));
    } catch (SocketTimeoutException e) {
      throw late(timeout);
    }
    if (to == 0) {
      throw new EOFException("the server closed the connection");
    }
  }

  private static SocketTimeoutException late(Duration timeout) {
    return new SocketTimeoutException("no answer within " + timeout.toMillis() + " ms");
  }
}
