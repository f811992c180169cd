package dev.shopbell.templates.mustache;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A few buffers that renderings borrow and give back, so that one costs its result and little more.
 * Bounded: at most 16 of each kind, none larger than an ordinary letter needs.
 */
final class Buffers {
  private static final int KEPT = 16;
  private static final int LARGEST = 65_536;
  private static final int SMALLEST = 1_024;

  private static final AtomicReferenceArray<byte @Nullable []> BYTES =
      new AtomicReferenceArray<>(KEPT);
  private static final AtomicReferenceArray<char @Nullable []> CHARACTERS =
      new AtomicReferenceArray<>(KEPT);

  private Buffers() {}

  static byte[] bytes() {
    byte[] kept = BYTES.getAndSet(slot(), null);
    return kept == null ? new byte[SMALLEST] : kept;
  }

  static char[] characters() {
    char[] kept = CHARACTERS.getAndSet(slot(), null);
    return kept == null ? new char[SMALLEST] : kept;
  }

  /** Takes back a buffer that nobody writes to any more. */
  static void giveBack(byte[] buffer) {
    if (buffer.length <= LARGEST) {
      BYTES.set(slot(), buffer);
    }
  }

  static void giveBack(char[] buffer) {
    if (buffer.length <= LARGEST) {
      CHARACTERS.set(slot(), buffer);
    }
  }

  private static int slot() {
    return (int) (Thread.currentThread().getId() & (KEPT - 1));
  }
}
