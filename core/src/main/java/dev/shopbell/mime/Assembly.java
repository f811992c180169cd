package dev.shopbell.mime;

import java.util.ArrayList;
import java.util.List;

/** A letter as it is put together: octets in memory, and files between them. */
final class Assembly {
  private static final int MORE = 512;

  private final List<Segment> segments = new ArrayList<>();
  private Octets octets;

  Assembly(int expected) {
    octets = new Octets(expected);
  }

  /** Where to write now. */
  Octets octets() {
    return octets;
  }

  /** Puts a file here. */
  void add(Segment file) {
    segments.add(octets);
    segments.add(file);
    octets = new Octets(MORE);
  }

  /** All of it. */
  List<Segment> segments() {
    List<Segment> all = new ArrayList<>(segments);
    all.add(octets);
    return all;
  }
}
