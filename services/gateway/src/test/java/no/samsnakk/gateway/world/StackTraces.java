package no.samsnakk.gateway.world;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What this process has logged with a stack trace since this began to listen. */
public final class StackTraces extends Handler {
  private final List<String> logged = new CopyOnWriteArrayList<>();

  /** Listens until it is closed. */
  public static StackTraces listen() {
    var listening = new StackTraces();
    Logger.getLogger("").addHandler(listening);
    return listening;
  }

  /** Each with its logger, whole: whoever reads a failed test was not there. */
  public List<String> logged() {
    return logged;
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getThrown() != null) {
      var trace = new StringWriter();
      line.getThrown().printStackTrace(new PrintWriter(trace));
      logged.add(line.getLoggerName() + ": " + trace);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
