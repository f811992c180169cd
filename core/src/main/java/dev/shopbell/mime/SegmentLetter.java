package dev.shopbell.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A letter in pieces. */
final class SegmentLetter implements WireLetter {
  private final List<Segment> segments;
  private final boolean eightBit;
  private final boolean utf8;
  private final long size;
  private final int above;

  SegmentLetter(List<Segment> segments, boolean eightBit, boolean utf8) {
    this(segments, eightBit, utf8, 0);
  }

  private SegmentLetter(List<Segment> segments, boolean eightBit, boolean utf8, int above) {
    this.above = above;
    this.segments = segments;
    this.eightBit = eightBit;
    this.utf8 = utf8;
    this.size = segments.stream().mapToLong(Segment::size).sum();
  }

  /** Any letter, in one piece. */
  static SegmentLetter of(WireLetter letter) {
    Segment whole =
        new Segment() {
          @Override
          public long size() {
            return letter.size();
          }

          @Override
          public void writeTo(OutputStream out) throws IOException {
            letter.writeTo(out);
          }
        };
    return new SegmentLetter(List.of(whole), letter.isEightBit(), letter.needsUtf8());
  }

  /** The same below these header lines. */
  SegmentLetter below(String lines) {
    if (lines.isEmpty()) {
      return this;
    }
    List<Segment> all = new ArrayList<>(segments.size() + 1);
    all.add(new Octets(lines.length()).text(lines));
    all.addAll(segments);
    return new SegmentLetter(all, eightBit, utf8, above + 1);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isEightBit() {
    return eightBit;
  }

  @Override
  public boolean needsUtf8() {
    return utf8;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    for (Segment segment : segments) {
      segment.writeTo(out);
    }
  }

  /** Writes its header at least, and no file. */
  void writeHeadTo(OutputStream out) throws IOException {
    for (Segment segment : segments.subList(0, above + 1)) {
      segment.writeTo(out);
    }
  }

  @Override
  public String toString() {
    return "WireLetter[" + size + " octets]";
  }
}
