package dev.shopbell.cli;

import dev.shopbell.jdbc.JdbcOutbox;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The demo's folder, which one demo at a time may use: its letters and the file with its
 * deliveries. The lock goes with the process, however that ends.
 */
final class DemoFolder implements AutoCloseable {
  private static final String OUTBOX = "outbox.db";

  private final Path folder;
  private final FileChannel lock;

  DemoFolder(Path folder) throws IOException {
    try {
      this.folder = Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--out " + folder + " is no folder that can be made: give another", e);
    }
    this.lock =
        FileChannel.open(
            folder.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (locked() == null) {
      lock.close();
      throw new IllegalStateException(
          "another demo is running in " + folder + ": wait for its end, or give another --out");
    }
  }

  private @Nullable FileLock locked() throws IOException {
    try {
      return lock.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Where the deliveries are kept. */
  Path outboxFile() {
    return folder.resolve(OUTBOX);
  }

  /** Opens the outbox, whose tables are made the first time. */
  JdbcOutbox outbox() {
    return JdbcOutbox.sqlite(outboxFile()).makeTables().build();
  }

  LetterFolder letters() {
    return new LetterFolder(folder);
  }

  /** Takes away what the demo has written there, and nothing else. */
  void clear() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.startsWith(OUTBOX) || LetterFolder.wrote(name)) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
