package dev.shopbell.jdbc;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * What one thread handed in, to be done in one transaction with what others did.
 *
 * @param value what
 * @param by by whom
 * @param result what becomes of it
 */
record Handed<T, R>(T value, Thread by, CompletableFuture<R> result) {
  /** Handed in by this thread. */
  static <T, R> Handed<T, R> of(T value) {
    return new Handed<>(value, Thread.currentThread(), new CompletableFuture<>());
  }

  /** Does it for all of them; what it fails of is what each of them hears. */
  static <T, R> void settle(List<Handed<T, R>> batch, Function<List<T>, List<R>> work) {
    try {
      List<R> results = work.apply(batch.stream().map(Handed::value).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).result().complete(results.get(i));
      }
    } catch (RuntimeException | Error e) {
      batch.forEach(one -> one.result().completeExceptionally(e));
    }
  }

  /** Waits for the result. */
  R join() {
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof OutboxException known ? known : e;
    }
  }
}
