package dev.shopbell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OctetRunsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 31, 64})
  void findsEachOctetAtEachPlace(int length) {
    for (int at = 0; at < length; at++) {
      for (int octet = 0; octet < 256; octet++) {
        byte[] octets = new byte[length];
        Arrays.fill(octets, (byte) 'a');
        octets[at] = (byte) octet;
        boolean unquoted = octet < ' ' || octet == '=' || octet > '~';
        assertThat(OctetRuns.control(octets, 0)).isEqualTo(octet < ' ' ? at : length);
        assertThat(OctetRuns.unquoted(octets, 0)).isEqualTo(unquoted ? at : length);
      }
    }
  }

  @Test
  void findsTheSameAsALookAtEachOctet() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 2_000; round++) {
      byte[] octets = new byte[random.nextInt(60)];
      random.nextBytes(octets);
      int from = random.nextInt(octets.length + 1);
      int control = from;
      while (control < octets.length && (octets[control] & 0xFF) >= ' ') {
        control++;
      }
      assertThat(OctetRuns.control(octets, from)).isEqualTo(control);
    }
  }

  @Test
  void beginsWhereItIsTold() {
    byte[] octets = "\n=plain text of some length\r\n".getBytes(StandardCharsets.US_ASCII);

    assertThat(OctetRuns.control(octets, 1)).isEqualTo(octets.length - 2);
    assertThat(OctetRuns.unquoted(octets, 2)).isEqualTo(octets.length - 2);
    assertThat(OctetRuns.control(octets, octets.length)).isEqualTo(octets.length);
  }
}
