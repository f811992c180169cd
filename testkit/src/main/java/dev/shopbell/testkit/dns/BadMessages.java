package dev.shopbell.testkit.dns;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Messages that no good server sends. */
final class BadMessages {
  private static final int HEAD = 12;
  private static final int LONGEST = 65_535;
  private static final int AT_QUESTION = 0xC00C;

  private BadMessages() {}

  static byte[] otherId(byte[] message) {
    byte[] other = message.clone();
    other[0] ^= 0x55;
    return other;
  }

  /** The id, and then names that point to themselves. */
  static byte[] garbage(byte[] message) {
    byte[] garbage = Arrays.copyOf(message, 64);
    garbage[2] = (byte) 0x84;
    garbage[5] = 1;
    Arrays.fill(garbage, HEAD, garbage.length, (byte) 0xC0);
    return garbage;
  }

  static Message otherQuestion(Message message) {
    Message other = message.clone();
    other.removeAllRecords(Section.QUESTION);
    Name name = Records.name("other.invalid");
    other.addRecord(Record.newRecord(name, Type.A, DClass.IN), Section.QUESTION);
    return other;
  }

  /** The head and question, with a mark that there is more over TCP. */
  static Message truncated(Message message) {
    Message cut = message.clone();
    cut.removeAllRecords(Section.ANSWER);
    cut.removeAllRecords(Section.AUTHORITY);
    cut.getHeader().setFlag(Flags.TC);
    return cut;
  }

  /** An answer that says it has so many records, and has those for which there is room. */
  static byte[] flood(byte[] head, int type, int count) {
    ByteBuffer out = ByteBuffer.allocate(LONGEST).put(head);
    out.putShort(6, (short) Math.min(count, LONGEST)).putShort(8, (short) 0);
    out.putShort(10, (short) 0);
    for (int i = 0; i < count && out.remaining() >= 32; i++) {
      out.putShort((short) AT_QUESTION);
      record(out, type, i);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private static void record(ByteBuffer out, int type, int i) {
    switch (type) {
      case Type.A -> fixed(out, Type.A, 4).put((byte) 192).put((byte) 0).putShort((short) i);
      case Type.TXT -> label(fixed(out, Type.TXT, 5), i);
      default -> label(fixed(out, Type.CNAME, 7), i).putShort((short) AT_QUESTION);
    }
  }

  private static ByteBuffer fixed(ByteBuffer out, int type, int length) {
    return out.putShort((short) type)
        .putShort((short) DClass.IN)
        .putInt((int) Records.TTL)
        .putShort((short) length);
  }

  private static ByteBuffer label(ByteBuffer out, int i) {
    out.put((byte) 4);
    for (int divisor = 1000; divisor > 0; divisor /= 10) {
      out.put((byte) ('0' + i / divisor % 10));
    }
    return out;
  }
}
