package dev.shopbell.templates.mustache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.templates.engine.CompiledTemplate;
import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Medium;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.engine.TemplateSource;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RenderingTest {
  private static final String PIECES =
      "aé茶\r\n\u0000\u0085\u2028\u2029\u202e\u2066\ud83c\udf75 :<&\"'%\u007f\t\u200b";

  private static CompiledTemplate compiled(String template, Medium medium) {
    return new MustacheEngine(Limits.MERCHANT).compile(TemplateSource.of("t", template, medium));
  }

  @Test
  @Tag("template-08")
  void tenThousandValuesBreakNoHeader() {
    Random random = new Random(8);
    CompiledTemplate subject = compiled("【{{shop}}】 {{v}} {{v}}", Medium.HEADER);
    CompiledTemplate text = compiled("{{v}}", Medium.TEXT);
    for (int i = 0; i < 10_000; i++) {
      Map<String, Object> data =
          Map.of("shop", value(random), "v", value(random) + "\r\nBcc: x@y.example");
      assertThat(subject.render(data))
          .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]")
          .isEqualTo(new String(subject.renderUtf8(data), StandardCharsets.UTF_8));
      assertThat(text.render(data))
          .doesNotContainPattern("[\\p{Cc}&&[^\\n]]|[\\u2028\\u202e\\u2066]");
    }
  }

  private static String value(Random random) {
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(30); i >= 0; i--) {
      value.append(PIECES.charAt(random.nextInt(PIECES.length())));
    }
    return value.toString();
  }

  @ParameterizedTest
  @EnumSource(Medium.class)
  void textAndBytesSayTheSameForAnyValue(Medium medium) {
    Random random = new Random(9);
    CompiledTemplate template = compiled("<p>{{v}}</p>é{{#l}}<i>{{.}}</i>{{/l}}茶 \ud800", medium);
    for (int i = 0; i < 2_000; i++) {
      Map<String, Object> data =
          Map.of("v", value(random), "l", List.of(value(random), i, value(random).repeat(40)));
      String once = template.render(data);
      assertThat(new String(template.renderUtf8(data), StandardCharsets.UTF_8)).isEqualTo(once);
      assertThat(template.render(data)).isEqualTo(once);
    }
  }

  @Test
  void thirtyTwoThreadsGetTheSameBytes() throws Exception {
    CompiledTemplate template = compiled("{{#l}}<p>é{{.}}</p>{{/l}}", Medium.HTML);
    Map<String, Object> data = Map.of("l", Collections.nCopies(500, "<茶> & ñ"));
    byte[] expected = template.renderUtf8(data);
    ExecutorService threads = Executors.newFixedThreadPool(32);
    CyclicBarrier together = new CyclicBarrier(32);
    Callable<byte[]> render =
        () -> {
          together.await();
          for (int i = 0; i < 50; i++) {
            template.render(data);
          }
          return template.renderUtf8(data);
        };
    try {
      for (Future<byte[]> bytes :
          threads.invokeAll(IntStream.range(0, 32).mapToObj(i -> render).toList())) {
        assertThat(bytes.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  static Stream<Object> noPlainData() {
    Map<Object, Object> odd = new HashMap<>();
    odd.put(5, "x");
    List<Object> itself = new ArrayList<>();
    itself.add(itself);
    return Stream.of(
        Map.of("v", Double.NaN),
        Map.of("v", Float.POSITIVE_INFINITY),
        Map.of("v", new StringBuilder("x")),
        Map.of("v", new Object()),
        Map.of("v", List.of(Map.of("w", Thread.currentThread()))),
        Map.of("v", BigInteger.ONE.shiftLeft(5_000)),
        Map.of("v", odd),
        Map.of("v", itself),
        Map.of("v", new String[] {"x"}),
        Map.of("v", (Runnable) () -> {}));
  }

  @ParameterizedTest
  @MethodSource("noPlainData")
  @Tag("template-08")
  void whatIsNoPlainDataIsRefusedBeforeAnythingIsRendered(Object data) {
    assertThatThrownBy(() -> compiled("{{v}}", Medium.TEXT).render(data))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("template t: the data ");
  }

  @Test
  @SuppressWarnings("JdkObsolete") // A host may still give one.
  void aLinkedListIsNotSearchedFromItsBeginningForEachItem() {
    List<Object> linked = new LinkedList<>(Collections.nCopies(100_000, "x"));

    assertThat(compiled("{{#l}}{{.}}{{/l}}", Medium.TEXT).render(Map.of("l", linked)))
        .hasSize(100_000);
  }

  @Test
  void aNumberIsNeverWrittenAsAPower() {
    CompiledTemplate template = compiled("{{v}}", Medium.TEXT);

    assertThat(template.render(Map.of("v", 1E10))).isEqualTo("10000000000");
    assertThat(template.render(Map.of("v", new BigDecimal("1E+3")))).isEqualTo("1000");
    assertThat(template.render(Map.of("v", 1.5f))).isEqualTo("1.5");
    assertThat(template.render(Map.of("v", Long.MIN_VALUE))).isEqualTo("-9223372036854775808");
    assertThat(template.render(Map.of("v", new BigDecimal("1E+999999999"))))
        .isEqualTo("1E+999999999");
  }

  @Test
  void theOutputMayBeAsLongAsItsLimitAndNoLonger() {
    Limits limits = new Limits(1_000, 100, 10, 1_000, 20);
    for (String piece : List.of("x", "é", "茶", "🍵")) {
      int size = piece.getBytes(StandardCharsets.UTF_8).length;
      CompiledTemplate template =
          new MustacheEngine(limits).compile(TemplateSource.of("t", "{{v}}", Medium.SPECIFICATION));
      Map<String, Object> fits = Map.of("v", piece.repeat(20 / size));
      Map<String, Object> more = Map.of("v", piece.repeat(20 / size + 1));

      assertThat(template.render(fits)).isEqualTo(piece.repeat(20 / size));
      assertThat(template.renderUtf8(fits)).hasSizeLessThanOrEqualTo(20);
      assertThatThrownBy(() -> template.render(more)).hasMessageContaining("longer than 20 bytes");
      assertThatThrownBy(() -> template.renderUtf8(more))
          .hasMessageContaining("longer than 20 bytes");
    }
  }
}
