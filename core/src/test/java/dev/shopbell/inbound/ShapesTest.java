package dev.shopbell.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.inbound.ReportedRecipient.Action;
import dev.shopbell.internal.DataLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages as servers and people write them, with the answer that each must get. */
@Tag("mail-06")
class ShapesTest {
  private static final Map<String, List<String>> EXPECTED = expected();

  static Stream<String> shapes() {
    return EXPECTED.keySet().stream();
  }

  @Test
  void thereAreManyOfThem() {
    assertThat(EXPECTED).hasSizeGreaterThan(80);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void isToldForWhatItIs(String shape) throws IOException {
    assertThat(lines(read(bytes(shape)))).containsExactlyElementsOf(EXPECTED.get(shape));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void isToldTheSameWithTheLineEndsOfTheWire(String shape) throws IOException {
    assertThat(lines(read(wire(bytes(shape))))).containsExactlyElementsOf(EXPECTED.get(shape));
  }

  private static InboundMail read(byte[] raw) throws IOException {
    return InboundMail.read(new ByteArrayInputStream(raw), Envelope.UNKNOWN);
  }

  /** The columns of the file: kind, recipient, permanent, status, reason. */
  static List<String> lines(InboundMail mail) {
    if (mail.verdict() instanceof Verdict.Report report && !report.kind().equals("other")) {
      return report.recipients().stream()
          .filter(recipient -> recipient.action() != Action.DELIVERED)
          .map(ShapesTest::line)
          .toList();
    }
    return List.of(mail.verdict().kind() + " | " + of(mail.verdict()) + " | - | - | -");
  }

  private static String line(ReportedRecipient recipient) {
    return String.join(
        " | ",
        recipient.action() == Action.FAILED ? "bounce" : "delayed",
        shown(recipient.address()),
        String.valueOf(recipient.permanent()),
        recipient.status().isEmpty() ? "-" : recipient.status(),
        recipient.reason().map(Enum::name).orElse("-"));
  }

  private static String of(Verdict verdict) {
    if (verdict instanceof Verdict.Complaint complaint) {
      return shown(complaint.recipient());
    }
    if (verdict instanceof Verdict.Unsubscribe unsubscribe) {
      return shown(unsubscribe.from());
    }
    return verdict instanceof Verdict.Reply reply ? shown(reply.from()) : "-";
  }

  private static String shown(Optional<EmailAddress> address) {
    return address.map(EmailAddress::value).orElse("-");
  }

  static byte[] bytes(String shape) throws IOException {
    try (InputStream in = ShapesTest.class.getResourceAsStream("shapes/" + shape + ".eml")) {
      return Objects.requireNonNull(in, shape).readAllBytes();
    }
  }

  static byte[] wire(byte[] raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '\n' && (i == 0 || raw[i - 1] != '\r')) {
        out.write('\r');
      }
      out.write(raw[i]);
    }
    return out.toByteArray();
  }

  private static Map<String, List<String>> expected() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String line : DataLines.read(ShapesTest.class, "shapes/expected.txt")) {
      String[] parts = line.split(" \\| ", 2);
      all.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
    }
    return all;
  }
}
