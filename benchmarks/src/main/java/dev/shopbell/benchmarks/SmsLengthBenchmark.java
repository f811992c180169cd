package dev.shopbell.benchmarks;

import dev.shopbell.sms.SmsProfile;
import dev.shopbell.sms.SmsSegmentCalculator;
import dev.shopbell.sms.SmsSegments;
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

/** Nanoseconds a message of so many segments: what grows with its length, and how. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SmsLengthBenchmark {
  @Param({"1", "16", "255"})
  public int segments;

  @Param({"a", "€a", "中"})
  public String character = "";

  private final SmsSegmentCalculator gsm = SmsSegmentCalculator.of(SmsProfile.named("gsm"));
  private final SmsSegmentCalculator china = SmsSegmentCalculator.of(SmsProfile.named("cn"));
  private String text = "";

  @Setup
  public void fill() {
    while (gsm.strict(text + character) <= segments) {
      text += character;
    }
  }

  @Benchmark
  public int strict() {
    return gsm.strict(text);
  }

  @Benchmark
  public int billedInChina() {
    return china.billed(text);
  }

  @Benchmark
  public SmsSegments split() {
    return gsm.split(text);
  }
}
