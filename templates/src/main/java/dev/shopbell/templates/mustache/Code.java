package dev.shopbell.templates.mustache;

import java.util.Arrays;

/** Operations as they are written, one behind the other. */
final class Code {
  private int[] words = new int[256];
  private int size;

  int size() {
    return size;
  }

  void add(int... operation) {
    if (size + operation.length > words.length) {
      words = Arrays.copyOf(words, Math.max(words.length * 2, size + operation.length));
    }
    System.arraycopy(operation, 0, words, size, operation.length);
    size += operation.length;
  }

  void set(int at, int word) {
    words[at] = word;
  }

  /** Forgets what was written from there on. */
  void cut(int size) {
    this.size = size;
  }

  int[] words() {
    return Arrays.copyOf(words, size);
  }
}
