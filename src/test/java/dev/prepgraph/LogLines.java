package dev.prepgraph;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Collects log records from a level on. */
public final class LogLines extends Handler {

  private final Consumer<LogRecord> lines;

  public LogLines(Level level, Consumer<LogRecord> lines) {
    this.lines = lines;
    setLevel(level);
  }

  @Override
  public void publish(LogRecord line) {
    if (isLoggable(line)) {
      lines.accept(line);
    }
  }

  @Override
  public void flush() {
    // Nothing is buffered.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
