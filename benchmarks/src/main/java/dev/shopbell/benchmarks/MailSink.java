package dev.shopbell.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A mail server that takes everything and keeps nothing, with PIPELINING and CHUNKING, in a process
 * of its own. Prints two ports: its own, and that of a line to it with a round trip of 20 ms.
 */
final class MailSink {
  private static final byte[] OK = ascii("250 2.0.0 ok\r\n");
  private static final byte[] GREETING = ascii("220 sink ESMTP\r\n");
  private static final byte[] GO_AHEAD = ascii("354 go ahead\r\n");
  private static final byte[] BYE = ascii("221 2.0.0 bye\r\n");
  private static final byte[] OFFERS =
      ascii("250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SIZE 100000000\r\n250 CHUNKING\r\n");

  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] replies = new byte[1 << 14];
  private int from;
  private int to;
  private int said;

  private MailSink(Socket socket) throws IOException {
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** Serves until it is ended. */
  public static void main(String[] args) throws IOException {
    ServerSocket sink = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    int delayed = DelayLine.to(sink.getLocalPort(), 10);
    System.out.println(sink.getLocalPort() + " " + delayed);
    ExecutorService threads = Executors.newCachedThreadPool();
    while (true) {
      Socket socket = sink.accept();
      socket.setTcpNoDelay(true);
      threads.execute(() -> serve(socket));
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      new MailSink(socket).run();
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private void run() throws IOException {
    say(GREETING);
    while (true) {
      String line = line();
      String verb = line.length() < 4 ? line : line.substring(0, 4);
      switch (verb) {
        case "EHLO" -> say(OFFERS);
        case "DATA" -> {
          say(GO_AHEAD);
          content();
          say(OK);
        }
        case "BDAT" -> {
          skip(Integer.parseInt(line.split(" ", -1)[1]));
          say(OK);
        }
        case "QUIT" -> {
          say(BYE);
          flush();
          return;
        }
        default -> say(OK);
      }
    }
  }

  private void say(byte[] reply) throws IOException {
    if (said + reply.length > replies.length) {
      flush();
    }
    System.arraycopy(reply, 0, replies, said, reply.length);
    said += reply.length;
  }

  private void flush() throws IOException {
    out.write(replies, 0, said);
    said = 0;
  }

  /** Replies go out together, when there is nothing more to read. */
  private void fill() throws IOException {
    if (from == to) {
      from = 0;
      to = 0;
    } else if (to == buffer.length) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (said > 0) {
      flush();
    }
    int read = in.read(buffer, to, buffer.length - to);
    if (read < 0) {
      throw new IOException("closed");
    }
    to += read;
  }

  private String line() throws IOException {
    int seen = from;
    while (true) {
      for (int i = seen; i < to; i++) {
        if (buffer[i] == '\n') {
          String line = new String(buffer, from, i - from - 1, StandardCharsets.US_ASCII);
          from = i + 1;
          return line;
        }
      }
      int held = to - from;
      fill();
      seen = from + held;
    }
  }

  /** To the line with nothing but a dot. */
  private void content() throws IOException {
    int state = 2;
    while (true) {
      while (from < to) {
        byte c = buffer[from++];
        state = next(state, c);
        if (state == 5) {
          return;
        }
      }
      fill();
    }
  }

  private static int next(int state, byte c) {
    return switch (c) {
      case '\r' -> state == 3 ? 4 : 1;
      case '\n' -> state == 4 ? 5 : state == 1 ? 2 : 0;
      case '.' -> state == 2 ? 3 : 0;
      default -> 0;
    };
  }

  private void skip(int octets) throws IOException {
    int left = octets;
    while (left > 0) {
      if (from == to) {
        fill();
      }
      int now = Math.min(left, to - from);
      from += now;
      left -= now;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
