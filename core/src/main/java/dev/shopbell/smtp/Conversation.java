package dev.shopbell.smtp;

import dev.shopbell.smtp.Answers.Step;
import java.io.IOException;
import java.net.SocketException;

/**
 * What is said on one connection about its letters. Nothing waits in between but what a server
 * takes one command at a time.
 */
final class Conversation {
  private final SmtpOptions options;
  private final Wire wire;
  private final Answers answers;
  private Capabilities server = Capabilities.NONE;
  private boolean pipelining;

  Conversation(Pool pool, SmtpOptions options, Wire wire) {
    this.options = options;
    this.wire = wire;
    this.answers = new Answers(pool, options, wire);
  }

  void begin(Capabilities server) {
    this.server = server;
    this.pipelining = server.has("PIPELINING");
  }

  /** True when the next answer is about that letter, or it is being written. */
  boolean isAt(Parcel parcel) {
    return answers.isAt(parcel);
  }

  /** True when nothing is to be heard from the server; from any thread. */
  boolean isQuiet() {
    return answers.isQuiet();
  }

  /** True while letters are on their way by BDAT; from any thread. */
  boolean isChunking() {
    return answers.chunksOut() > 0;
  }

  /** How many letters were refused by their envelopes. */
  int refused() {
    return answers.refused();
  }

  int chunksOut() {
    return answers.chunksOut();
  }

  /** True when the server awaits a letter's content. */
  boolean isAwaited() {
    return answers.isAwaited();
  }

  boolean isExpecting() {
    return answers.areExpected();
  }

  void envelope(Parcel parcel) throws IOException {
    if (answers.resets()) {
      say("RSET\r\n", parcel, Step.RESET);
    }
    say(Commands.mail(parcel, server, options), parcel, Step.MAIL);
    say(Commands.rcpt(parcel, server, options), parcel, Step.RCPT);
  }

  /** Always the last of its group. */
  void data(Parcel parcel) throws IOException {
    say("DATA\r\n", parcel, Step.DATA);
  }

  /** The content that the server awaits; where its recipient was refused, a content of nothing. */
  void content() throws IOException {
    Parcel parcel = answers.awaited();
    if (parcel == null) {
      return;
    }
    answers.at(parcel);
    if (parcel.isDone()) {
      answers.expect(parcel, Step.NOTHING);
    } else {
      write(parcel);
    }
    wire.write(".\r\n");
    if (!pipelining) {
      drain();
    }
  }

  private void write(Parcel parcel) throws IOException {
    if (!parcel.content().isHeld()) {
      stream(parcel);
    }
    if (!parcel.commit()) {
      throw new SocketException("the letter was given up");
    }
    answers.expect(parcel, Step.CONTENT);
    if (parcel.content().isHeld()) {
      parcel.content().writeTo(wire.stream());
    }
  }

  /** A large letter goes out while it is read; one that cannot be read ends the connection. */
  private void stream(Parcel parcel) throws IOException {
    Streamed out = new Streamed(wire, options.limits().timeout());
    try {
      parcel.content().writeTo(out);
    } catch (IOException e) {
      SmtpReply early = out.early();
      if (early.refuses()) {
        Answers.refused(parcel, Phase.DATA, early);
      } else if (!out.isBroken()) {
        parcel.broken("the letter cannot be read: " + e.getClass().getSimpleName());
      }
      throw e;
    }
  }

  /**
   * The whole content in one chunk. What went wrong before it is put right by a reset behind it.
   */
  void chunk(Parcel parcel) throws IOException {
    answers.needReset();
    if (!parcel.isDone() && parcel.commit()) {
      answers.expect(parcel, Step.CHUNK);
      byte[] octets = parcel.content().octets();
      wire.write("BDAT " + octets.length + " LAST\r\n");
      wire.write(octets);
    }
  }

  /** Leaves the connection clean for the next letter, whenever that comes. */
  void rest() throws IOException {
    if (answers.resets() && answers.isOpen()) {
      wire.write("RSET\r\n");
      wire.flush();
      answers.readReset();
    }
  }

  /** Reads every reply that is still to come. */
  void drain() throws IOException {
    wire.flush();
    answers.drain();
  }

  /** Reads what had come before the connection broke; nothing is written any more. */
  void lastWords() throws IOException {
    answers.lastWords();
  }

  /** Reads replies until a letter by BDAT is settled, so that another one may take its place. */
  void settle() throws IOException {
    answers.settle();
  }

  /** Where the server takes one command at a time, its answer is read before the next. */
  private void say(String command, Parcel parcel, Step step) throws IOException {
    if (!parcel.isDone()) {
      answers.expect(parcel, step);
      wire.write(command);
      if (!pipelining) {
        drain();
      }
    }
  }
}
