package dev.shopbell.benchmarks;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.commons.charset.GSMCharset;
import dev.shopbell.sms.SmsProfile;
import dev.shopbell.sms.SmsSegmentCalculator;
import fr.sii.ogham.sms.exception.message.SplitMessageException;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.LongSMS;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds a character to count or to split about 20,000 mixed messages. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SmsTexts.CHARACTERS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SmsBenchmark {
  private static final int OCTETS = 140;

  private final String[] texts = SmsTexts.mixed();
  private final byte[] table = table();
  private final SmsSegmentCalculator gsm = SmsSegmentCalculator.of(SmsProfile.named("gsm"));
  private final SmsSegmentCalculator china = SmsSegmentCalculator.of(SmsProfile.named("cn"));
  private final OghamSplitter ogham = new OghamSplitter();

  private static byte[] table() {
    byte[] widths = new byte[0x10000];
    for (char c = 0; c < 0xFFFF; c++) {
      widths[c] = (byte) (GSMCharset.canRepresent(Character.toString(c)) ? 1 : 0);
    }
    for (char c : "\f^{}\\[~]|€".toCharArray()) {
      widths[c] = 2;
    }
    return widths;
  }

  /** The least that an exact answer needs: one look at each character, up to the first foreign. */
  @Benchmark
  public int floor() {
    int sum = 0;
    for (String text : texts) {
      int septets = 0;
      for (int i = 0; i < text.length(); i++) {
        byte width = table[text.charAt(i)];
        if (width == 0) {
          break;
        }
        septets += width;
      }
      sum += septets;
    }
    return sum;
  }

  @Benchmark
  public int strict() {
    int sum = 0;
    for (String text : texts) {
      sum += gsm.strict(text);
    }
    return sum;
  }

  @Benchmark
  public int billedInChina() {
    int sum = 0;
    for (String text : texts) {
      sum += china.billed(text);
    }
    return sum;
  }

  @Benchmark
  public int graphemeSafe() {
    int sum = 0;
    for (String text : texts) {
      sum += gsm.graphemeSafe(text);
    }
    return sum;
  }

  @Benchmark
  public int split() {
    int sum = 0;
    for (String text : texts) {
      sum += gsm.split(text).parts().size();
    }
    return sum;
  }

  /** Whether it is GSM, and how many septets; the segments would come on top. */
  @Benchmark
  public int cloudhopper() {
    int sum = 0;
    for (String text : texts) {
      sum += octets(text).length;
    }
    return sum;
  }

  /** Octets by cloudhopper, since it has no alphabet of its own, then its parts. */
  @Benchmark
  public int jsmpp() {
    int sum = 0;
    for (String text : texts) {
      byte[] octets = octets(text);
      sum += octets.length <= OCTETS ? 1 : LongSMS.splitMessage8Bit(octets).length;
    }
    return sum;
  }

  /** Its splitter for messages in the GSM alphabet, then its one for all others. */
  @Benchmark
  public int ogham() throws SplitMessageException {
    int sum = 0;
    for (String text : texts) {
      sum += ogham.segments(text);
    }
    return sum;
  }

  private static byte[] octets(String text) {
    return GSMCharset.canRepresent(text)
        ? CharsetUtil.CHARSET_GSM.encode(text)
        : CharsetUtil.CHARSET_UCS_2.encode(text);
  }
}
