package dev.shopbell.testkit.dns;

import java.util.List;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** One query, and the message that answers it: header, EDNS and length. */
final class Exchange {
  private static final int PLAIN_LENGTH = 512;
  private static final int OUR_PAYLOAD = 1232;
  private static final int LONGEST_DATAGRAM = 65_507;
  private static final int LONGEST = 65_535;

  private final Message query;
  private final boolean tcp;

  Exchange(Message query, boolean tcp) {
    this.query = query;
    this.tcp = tcp;
  }

  boolean isTcp() {
    return tcp;
  }

  boolean has(int flag) {
    return query.getHeader().getFlag(flag);
  }

  boolean hasEdns() {
    return query.getOPT() != null;
  }

  Question question() {
    Record asked = query.getQuestion();
    OPTRecord opt = query.getOPT();
    boolean dnssec = opt != null && (opt.getFlags() & ExtendedFlags.DO) != 0;
    return new Question(asked.getName(), asked.getType(), dnssec);
  }

  Message message(Answer answer, boolean recursive) {
    Message message = empty(answer.rcode(), recursive);
    if (answer.isAuthoritative()) {
      message.getHeader().setFlag(Flags.AA);
    }
    if (answer.isAuthentic() && (has(Flags.AD) || question().dnssec())) {
      message.getHeader().setFlag(Flags.AD);
    }
    answer.records().forEach(r -> message.addRecord(r, Section.ANSWER));
    answer.authority().forEach(r -> message.addRecord(r, Section.AUTHORITY));
    answer.additional().forEach(r -> message.addRecord(r, Section.ADDITIONAL));
    return withEdns(message, answer);
  }

  /** What a server says that has never heard of EDNS. */
  Message malformed() {
    return empty(Rcode.FORMERR, false);
  }

  /** The octets to send: whole over TCP, and over UDP cut to what the client takes. */
  byte[] encode(Message message) {
    return message.toWire(tcp ? LONGEST : longestDatagram());
  }

  private int longestDatagram() {
    OPTRecord opt = query.getOPT();
    int payload = opt == null ? PLAIN_LENGTH : Math.max(PLAIN_LENGTH, opt.getPayloadSize());
    return Math.min(payload, LONGEST_DATAGRAM);
  }

  private Message empty(int rcode, boolean recursive) {
    Message message = new Message(query.getHeader().getID());
    Header header = message.getHeader();
    header.setOpcode(query.getHeader().getOpcode());
    header.setRcode(rcode & 0xF);
    header.setFlag(Flags.QR);
    copy(header, Flags.RD);
    copy(header, Flags.CD);
    if (recursive) {
      header.setFlag(Flags.RA);
    }
    if (query.getQuestion() != null) {
      message.addRecord(query.getQuestion(), Section.QUESTION);
    }
    return message;
  }

  private void copy(Header header, int flag) {
    if (has(flag)) {
      header.setFlag(flag);
    }
  }

  private Message withEdns(Message message, Answer answer) {
    OPTRecord asked = query.getOPT();
    if (asked != null) {
      int flags = asked.getFlags() & ExtendedFlags.DO;
      message.addRecord(
          new OPTRecord(OUR_PAYLOAD, answer.rcode() >> 4, 0, flags, options(answer)),
          Section.ADDITIONAL);
    }
    return message;
  }

  private static List<EDNSOption> options(Answer answer) {
    return answer.reason() == Answer.NO_REASON
        ? List.of()
        : List.of(new ExtendedErrorCodeOption(answer.reason()));
  }
}
