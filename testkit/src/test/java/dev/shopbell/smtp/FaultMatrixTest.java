package dev.shopbell.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.testkit.ScriptedSmtpServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cuts the dialogue of a window of letters behind each octet, in both directions. Whatever a letter
 * ends as, the server's log agrees: nothing lost, nothing twice. With {@code -Dsmtp.matrix.step=1}
 * behind every octet of every window; otherwise the larger windows take steps.
 */
@Timeout(300)
@Tag("delivery-03")
class FaultMatrixTest {
  private static final int STEP = Integer.getInteger("smtp.matrix.step", 0);

  private final ScriptedSmtpServer server =
      ScriptedSmtpServer.start()
          .capabilities("PIPELINING", "8BITMIME", "CHUNKING", "SIZE 1000000", "AUTH PLAIN LOGIN");

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, true, 1",
    "2, 0, true, 1",
    "3, 0, true, 3",
    "5, 0, true, 7",
    "1, 0, false, 3",
    "2, 0, false, 3",
    "1, 4, true, 3",
    "2, 2, true, 3",
    "3, 3, true, 3",
    "5, 3, true, 7"
  })
  void everyLetterEndsAsTheServersLogSays(int letters, int chunking, boolean pipelining, int step) {
    server.option("pool", "1").option("chunking", Integer.toString(chunking));
    if (!pipelining) {
      server.capabilities("8BITMIME", "AUTH PLAIN LOGIN");
    }
    Window whole = Window.send(server, letters);
    assertThat(whole.endings()).allMatch(Window::isAccepted);
    int every = STEP == 0 ? step : STEP;
    for (long octets = 0; octets <= whole.read(); octets += every) {
      check(server.reset().cutAfterReading(octets), letters, "reading " + octets);
    }
    for (long octets = 1; octets <= whole.wrote(); octets += every) {
      check(server.reset().cutAfterWriting(octets), letters, "writing " + octets);
    }
  }

  private static void check(ScriptedSmtpServer server, int letters, String cut) {
    Window window = Window.send(server, letters);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      Ending ending = window.endings().get(i);
      long taken = window.taken(i);
      boolean agrees =
          Window.isUnknown(ending) ? taken <= 1 : taken == (Window.isAccepted(ending) ? 1 : 0);
      if (!agrees) {
        wrong.add("letter " + i + " ended as " + ending + " and was taken " + taken + " times");
      }
    }
    assertThat(wrong).as("cut after " + cut + " octets").isEmpty();
    assertThat(window.unknown()).as("unknown, cut after " + cut).isLessThanOrEqualTo(window.most());
  }
}
