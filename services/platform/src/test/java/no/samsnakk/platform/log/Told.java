package no.samsnakk.platform.log;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;

/** What the operator is told meanwhile. */
public final class Told extends Handler implements AutoCloseable {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  public Told() {
    Logger.getLogger("").addHandler(this);
  }

  public Stream<String> lines() {
    return lines.stream();
  }

  @Override
  public void publish(LogRecord said) {
    lines.add(
        said instanceof ExtLogRecord record ? record.getFormattedMessage() : said.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
