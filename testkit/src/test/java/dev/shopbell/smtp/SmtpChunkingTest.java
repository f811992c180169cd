package dev.shopbell.smtp;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.testkit.SmtpStep;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Letters by BDAT (RFC 3030). */
@Timeout(60)
class SmtpChunkingTest {
  private final Sending sending = new Sending();

  @AfterEach
  void close() {
    sending.close();
  }

  @Test
  void chunksNeedNoGoAheadAndDoubleNoDots() throws Exception {
    sending.server.capabilities("PIPELINING", "CHUNKING", "AUTH PLAIN").option("chunking", "4");
    sending.server.answer(SmtpStep.RCPT, 3, "550 5.1.1 no such user");
    assertThat(sending.send(".\r\n..two\r\n.")).isAccepted();
    assertThat(sending.server.accepted().get(0).body()).isEqualTo(".\r\n..two\r\n..\r\n");
    List<Outcome> outcomes = sending.together(9);
    assertThat(outcomes.stream().filter(one -> one instanceof Outcome.Accepted)).hasSize(8);
    assertThat(sending.count("DATA")).isZero();
    assertThat(sending.server.connections()).isEqualTo(1);
  }

  @Test
  void lettersBehindAServersCloseGoByAnotherConnectionThoughTheyHadLeft() throws Exception {
    sending.server.capabilities("PIPELINING", "CHUNKING", "AUTH PLAIN").option("chunking", "8");
    sending.server.answer(SmtpStep.MAIL, 3, "421 4.7.0 too many messages in this connection");
    assertThat(sending.together(12)).allMatch(outcome -> outcome instanceof Outcome.Accepted);
    assertThat(sending.server.accepted().stream().map(letter -> letter.body()).distinct())
        .hasSize(12);
    assertThat(sending.server.accepted()).hasSize(12);
    assertThat(sending.server.connections()).isEqualTo(2);
  }

  @Test
  void aServerThatDoesNotKnowItsChunksIsNotOfferedThemAgain() {
    sending.server.capabilities("PIPELINING", "CHUNKING", "AUTH PLAIN").option("chunking", "4");
    sending.server.answer(SmtpStep.CONTENT, 1, "502 5.5.1 what is BDAT?");
    assertThat(sending.send("first")).isRejectedFor(Reason.CONFIGURATION);
    assertThat(sending.send("second")).isAccepted();
    assertThat(sending.count("BDAT")).isEqualTo(1);
    assertThat(sending.count("DATA")).isEqualTo(1);
  }

  @Test
  void aConnectionEndsBeforeItsServerTiresOfResets() throws Exception {
    sending.server.capabilities("PIPELINING", "CHUNKING", "AUTH PLAIN").option("chunking", "4");
    for (int time = 1; time <= 12; time++) {
      sending.server.answer(SmtpStep.RCPT, time, "550 5.1.1 no such user");
    }
    for (int i = 0; i < 12; i++) {
      assertThat(sending.send("to nobody")).isRejectedFor(Reason.BAD_ADDRESS);
    }
    assertThat(sending.send("to somebody")).isAccepted();
    assertThat(sending.server.connections()).isBetween(3L, 4L);
  }
}
