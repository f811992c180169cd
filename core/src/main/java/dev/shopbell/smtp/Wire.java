package dev.shopbell.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The octets of one connection. One thread writes and reads; any thread may {@link #cut()}, which
 * ends whatever that one is waiting for.
 */
final class Wire {
  private static final int HELD = 32_768;

  private volatile @Nullable Socket raw;
  private volatile boolean cut;
  private volatile @Nullable Socket socket;
  private @Nullable OutputStream out;
  private @Nullable Replies replies;
  private final byte[] held = new byte[HELD];
  private int used;

  /** Connects to the first address that answers. */
  void connect(InetAddress[] addresses, int port, Duration timeout) throws IOException {
    IOException last = new UnknownHostException("it has no address");
    for (InetAddress address : addresses) {
      try {
        connect(new InetSocketAddress(address, port), timeout);
        return;
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private void connect(InetSocketAddress address, Duration timeout) throws IOException {
    Socket made = new Socket();
    raw = made;
    try {
      requireWhole();
      made.setTcpNoDelay(true);
      made.connect(address, (int) timeout.toMillis());
      use(made);
    } catch (IOException e) {
      made.close();
      throw e;
    }
  }

  /**
   * Goes on in TLS, with the host's certificate and name checked.
   *
   * @param timeout for one answer of the handshake
   * @throws IOException when the server had sent something before, which nobody vouches for
   */
  void secure(SSLSocketFactory factory, String host, int port, Duration timeout)
      throws IOException {
    if (replies().held() > 0) {
      throw new IOException("the server sent more before TLS began: somebody may be in between");
    }
    SSLSocket secured =
        (SSLSocket) factory.createSocket(Objects.requireNonNull(raw), host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.setSoTimeout((int) timeout.toMillis());
    secured.startHandshake();
    use(secured);
  }

  private void use(Socket used) throws IOException {
    socket = used;
    out = used.getOutputStream();
    replies = new Replies(used);
  }

  /** True once it has been connected. */
  boolean isOpen() {
    return socket != null;
  }

  /** The socket in use, of TLS where that was begun. */
  Socket socket() {
    return Objects.requireNonNull(socket);
  }

  Replies replies() {
    return Objects.requireNonNull(replies);
  }

  void write(String line) throws IOException {
    write(line.getBytes(StandardCharsets.UTF_8));
  }

  void write(byte[] octets) throws IOException {
    write(octets, 0, octets.length);
  }

  /** Holds the octets back until {@link #flush()}, or until there are too many. */
  void write(byte[] octets, int from, int length) throws IOException {
    if (length > HELD - used) {
      flush();
    }
    if (length > HELD) {
      Objects.requireNonNull(out).write(octets, from, length);
      return;
    }
    System.arraycopy(octets, from, held, used, length);
    used += length;
  }

  void flush() throws IOException {
    if (used > 0) {
      int length = used;
      used = 0;
      OutputStream to = Objects.requireNonNull(out);
      to.write(held, 0, length);
      to.flush();
    }
  }

  SmtpReply read(Duration timeout) throws IOException {
    return replies().next(timeout);
  }

  /** True when the server has said something already; over TLS it may say false all the same. */
  boolean hasAnswer() throws IOException {
    return replies().held() > 0 || socket().getInputStream().available() > 0;
  }

  /** What is written here goes into the connection. Closing it does nothing. */
  OutputStream stream() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        Wire.this.write(new byte[] {(byte) octet}, 0, 1);
      }

      @Override
      public void write(byte[] octets, int from, int length) throws IOException {
        Wire.this.write(octets, from, length);
      }
    };
  }

  /** Ends it without a word, from any thread. The plain socket is closed: TLS would wait. */
  void cut() {
    cut = true;
    Socket current = raw;
    if (current != null) {
      try {
        current.close();
      } catch (IOException e) {
        // It is closed as far as it can be.
      }
    }
  }

  private void requireWhole() throws IOException {
    if (cut) {
      throw new IOException("the connection was given up");
    }
  }
}
