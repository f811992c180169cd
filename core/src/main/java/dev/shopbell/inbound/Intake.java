package dev.shopbell.inbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a message of any size to its end and keeps what is looked at: the beginning of each part,
 * up to a bound, and the lines that part them. What follows a large attachment is still seen.
 */
final class Intake {
  /** The most that is kept of a part, in bytes. */
  static final int MOST_OF_A_PART = 128 * 1024;

  /** The most that is kept of a message, in bytes. */
  static final int MOST = 1024 * 1024;

  private static final int LONGEST_PIECE = 8 * 1024;
  private static final int LONGEST_BOUNDARY = 200;
  private static final int MOST_BOUNDARIES = 1_000;
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))", 2);

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(8 * 1024);
  private final Set<String> boundaries = new HashSet<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(LONGEST_PIECE + 1);
  private boolean start = true;
  private int ofPart;

  private Intake() {}

  static byte[] read(InputStream raw) throws IOException {
    Intake intake = new Intake();
    byte[] buffer = new byte[64 * 1024];
    for (int count = raw.read(buffer); count >= 0; count = raw.read(buffer)) {
      intake.take(buffer, count);
    }
    intake.endLine();
    return intake.kept.toByteArray();
  }

  private void take(byte[] buffer, int count) {
    int from = 0;
    for (int at = 0; at < count; at++) {
      if (buffer[at] == '\n' || line.size() + at - from >= LONGEST_PIECE) {
        line.write(buffer, from, at + 1 - from);
        from = at + 1;
        endLine();
        start = buffer[at] == '\n';
      }
    }
    line.write(buffer, from, count - from);
  }

  /** Takes a line, or a piece of one that is very long. */
  private void endLine() {
    int size = line.size();
    if (kept.size() < MOST) {
      String text = size <= 1000 ? line.toString(StandardCharsets.ISO_8859_1) : "";
      if (start && text.startsWith("--") && boundaries.contains(boundary(text))) {
        ofPart = 0;
      }
      if (ofPart < MOST_OF_A_PART) {
        remember(text);
        kept.write(line.toByteArray(), 0, Math.min(size, MOST - kept.size()));
        ofPart += size;
      }
    }
    line.reset();
  }

  private void remember(String text) {
    Matcher found = BOUNDARY.matcher(text);
    if (text.indexOf('=') > 0 && boundaries.size() < MOST_BOUNDARIES && found.find()) {
      boundaries.add(found.group(1) == null ? found.group(2) : found.group(1));
    }
  }

  private static String boundary(String line) {
    String text = line.stripTrailing();
    String name = text.substring(2, Math.min(text.length(), LONGEST_BOUNDARY + 4));
    return name.endsWith("--") ? name.substring(0, name.length() - 2) : name;
  }
}
