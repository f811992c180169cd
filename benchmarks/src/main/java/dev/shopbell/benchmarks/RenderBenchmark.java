package dev.shopbell.benchmarks;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import dev.shopbell.templates.engine.CompiledTemplate;
import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Medium;
import dev.shopbell.templates.engine.TemplateSource;
import dev.shopbell.templates.mustache.MustacheEngine;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import io.jstach.jstachio.JStachio;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A letter of 10 KB about an order of five items, to text and to UTF-8, by us and by others. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RenderBenchmark {
  /** With 元 the text does not fit ISO 8859-1, in which the JDK keeps short strings. */
  @Param({"EUR", "元"})
  private String currency;

  private Order order;
  private Map<String, Object> data;
  private CompiledTemplate ours;
  private CompiledTemplate oursPlain;
  private HandWritten handWritten;
  private Mustache mustacheJava;
  private JStachio jstachio;
  private TemplateEngine jteText;
  private TemplateEngine jteBytes;

  /** Compiles everything, and holds our letter against the one written by hand. */
  @Setup
  public void compile() throws IOException {
    order = Order.sample(currency);
    data = order.plain();
    String template = resource("order.mustache");
    MustacheEngine engine = new MustacheEngine(Limits.MERCHANT);
    ours = engine.compile(TemplateSource.of("order", template, Medium.HTML));
    oursPlain = engine.compile(TemplateSource.of("order", template, Medium.SPECIFICATION));
    handWritten = new HandWritten(template, 12_000);
    mustacheJava = new DefaultMustacheFactory().compile(new StringReader(template), "order");
    jstachio = JStachio.of();
    jteText = jte(template, false);
    jteBytes = jte(template, true);
    requireSame(
        "bytes",
        oursPlain.render(data),
        new String(oursPlain.renderUtf8(data), StandardCharsets.UTF_8));
    requireSame("by hand", handWritten.render(order), oursPlain.render(data));
    requireSame("in HTML", handWritten.render(order), ours.render(data));
    System.out.println("letter: " + ours.renderUtf8(data).length + " bytes");
  }

  private static void requireSame(String what, String expected, String found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException("the letters differ, " + what + ":\n" + expected + found);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = RenderBenchmark.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static TemplateEngine jte(String template, boolean bytes) throws IOException {
    String code =
        "@param dev.shopbell.benchmarks.Order order\n"
            + template
                .replace(
                    "{{#goods}}\n",
                    "@for(dev.shopbell.benchmarks.Order.Item item : order.goods())\n")
                .replace("{{/goods}}\n", "@endfor\n")
                .replaceAll("\\{\\{(title|options|quantity|price)}}", "\\${item.$1()}")
                .replaceAll("\\{\\{(\\w+)}}", "\\${order.$1()}")
                .replace("@media", "${\"@media\"}");
    Path folder = Files.createTempDirectory("jte");
    Files.writeString(folder.resolve("order.jte"), code);
    TemplateEngine engine =
        TemplateEngine.create(
            new DirectoryCodeResolver(folder), folder.resolve("classes"), ContentType.Html);
    engine.setBinaryStaticContent(bytes);
    return engine;
  }

  @Benchmark
  public String shopbellToString() {
    return ours.render(data);
  }

  @Benchmark
  public byte[] shopbellToBytes() {
    return ours.renderUtf8(data);
  }

  @Benchmark
  public String handWrittenToString() {
    return handWritten.render(order);
  }

  @Benchmark
  public byte[] handWrittenToBytes() {
    return handWritten.render(order).getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public String mustacheJavaToString() {
    StringWriter out = new StringWriter(12_000);
    mustacheJava.execute(out, data);
    return out.toString();
  }

  @Benchmark
  public byte[] mustacheJavaToBytes() {
    return mustacheJavaToString().getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public String jstachioToString() {
    return jstachio.execute(order, new StringBuilder(12_000)).toString();
  }

  @Benchmark
  public byte[] jstachioToBytes() {
    return jstachioToString().getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public String jteToString() {
    StringOutput out = new StringOutput(12_000);
    jteText.render("order.jte", order, out);
    return out.toString();
  }

  @Benchmark
  public byte[] jteToBytes() {
    Utf8ByteOutput out = new Utf8ByteOutput();
    jteBytes.render("order.jte", order, out);
    return out.toByteArray();
  }
}
