package dev.shopbell.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears what is printed to the standard streams and logged through java.util.logging, at all
 * levels.
 */
final class Overheard extends Handler implements AutoCloseable {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Logger root = Logger.getLogger("");
  private final @Nullable Level level = root.getLevel();

  private Overheard() {}

  static Overheard begin() {
    Overheard overheard = new Overheard();
    PrintStream heard = new PrintStream(overheard.bytes, true, StandardCharsets.UTF_8);
    System.setOut(heard);
    System.setErr(heard);
    overheard.setLevel(Level.ALL);
    overheard.root.addHandler(overheard);
    overheard.root.setLevel(Level.ALL);
    return overheard;
  }

  synchronized void add(String text) {
    bytes.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  synchronized String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void publish(LogRecord line) {
    Object[] parameters = line.getParameters();
    add(line.getLoggerName() + " " + line.getMessage());
    for (Object parameter : parameters == null ? new Object[0] : parameters) {
      add(String.valueOf(parameter));
    }
    for (Throwable t = line.getThrown(); t != null; t = t.getCause()) {
      add(t.toString());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(level);
    System.setOut(out);
    System.setErr(err);
  }
}
