package dev.shopbell.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A DNS server for any number of domains {@code dN.test}, all healthy, as quick as it can be. Their
 * records lead to {@code ….dN.test.target.test}. It runs in a process of its own, so that what it
 * costs is not counted as the client's.
 */
final class DnsResponder {
  private static final int HEADER = 12;
  private static final int CNAME = 5;
  private static final byte[] SELF = {(byte) 0xC0, HEADER};
  private static final byte[] TARGET = name("", "target", "test");
  private static final byte[] KEY =
      text("v=DKIM1; k=ed25519; p=" + Base64.getEncoder().encodeToString(new byte[32]));

  private DnsResponder() {}

  /** Prints its port and answers until its standard input ends. */
  public static void main(String[] args) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 22);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, 1 << 22);
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    System.out.println(((InetSocketAddress) channel.getLocalAddress()).getPort());
    Thread serving = new Thread(() -> serve(channel), "responder");
    serving.setDaemon(true);
    serving.start();
    while (System.in.read() >= 0) {
      // until whoever started it is gone
    }
  }

  private static void serve(DatagramChannel channel) {
    ByteBuffer question = ByteBuffer.allocateDirect(1_500);
    ByteBuffer answer = ByteBuffer.allocateDirect(1_500);
    try {
      while (true) {
        question.clear();
        var from = channel.receive(question);
        question.flip();
        write(question, answer.clear());
        channel.send(answer.flip(), from);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(ByteBuffer question, ByteBuffer answer) {
    int labels = 0;
    int zone = HEADER;
    int end = HEADER;
    while (question.get(end) != 0) {
      end += question.get(end) + 1;
      labels++;
    }
    for (int skip = labels; skip > 2; skip--) {
      zone += question.get(zone) + 1;
    }
    int type = question.getShort(end + 1);
    byte[] data = data(question, end, labels, type);
    answer.putShort(question.getShort(0)).putShort((short) 0x8580).putShort((short) 1);
    answer.putShort((short) (data.length > 0 ? 1 : 0)).putShort((short) (data.length > 0 ? 0 : 1));
    answer.putShort((short) 0);
    copy(question, HEADER, end + 5, answer);
    if (data.length > 0) {
      record(answer, HEADER, type, data);
    } else {
      record(answer, zone, 6, denial());
    }
  }

  /** What stands there; nothing where there is no such record. */
  private static byte[] data(ByteBuffer question, int end, int labels, int type) {
    char first = (char) question.get(HEADER + 1);
    boolean target = labels > 4;
    return switch (type) {
      case CNAME -> !target && (first == 's' || first == 'b') ? alias(question, end) : new byte[0];
      case 1 -> first == 'n' || first == 'm' ? new byte[] {127, 0, 0, 1} : new byte[0];
      case 2 -> labels == 2 && first == 'd' ? name("\1n", SELF) : new byte[0];
      case 15 -> labels == 2 && first == 'd' ? name("\0\12\1m", SELF) : new byte[0];
      case 16 ->
          target
              ? KEY
              : labels == 2
                  ? text("v=spf1 mx -all")
                  : first == '_' && labels == 3 ? text("v=DMARC1; p=none") : new byte[0];
      default -> new byte[0];
    };
  }

  private static byte[] alias(ByteBuffer question, int end) {
    byte[] alias = new byte[end - HEADER + TARGET.length];
    question.get(HEADER, alias, 0, end - HEADER);
    System.arraycopy(TARGET, 0, alias, end - HEADER, TARGET.length);
    return alias;
  }

  private static byte[] denial() {
    return ByteBuffer.allocate(22)
        .putShort((short) 0)
        .putInt(1)
        .putInt(60)
        .putInt(60)
        .putInt(60)
        .putInt(60)
        .array();
  }

  private static void record(ByteBuffer answer, int owner, int type, byte[] data) {
    answer.putShort((short) (0xC000 | owner)).putShort((short) type).putShort((short) 1);
    answer.putInt(300).putShort((short) data.length).put(data);
  }

  private static void copy(ByteBuffer from, int start, int end, ByteBuffer to) {
    for (int i = start; i < end; i++) {
      to.put(from.get(i));
    }
  }

  private static byte[] text(String text) {
    byte[] data = new byte[text.length() + 1];
    data[0] = (byte) text.length();
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, data, 1, text.length());
    return data;
  }

  private static byte[] name(String head, byte[] tail) {
    byte[] before = head.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(before.length + tail.length).put(before).put(tail).array();
  }

  private static byte[] name(String head, String... labels) {
    ByteBuffer bytes = ByteBuffer.allocate(64).put(head.getBytes(StandardCharsets.US_ASCII));
    for (String label : labels) {
      bytes.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
    }
    byte[] name = new byte[bytes.put((byte) 0).position()];
    bytes.flip().get(name);
    return name;
  }
}
