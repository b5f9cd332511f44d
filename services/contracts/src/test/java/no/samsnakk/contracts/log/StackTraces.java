package no.samsnakk.contracts.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What this process has logged with a stack trace since this began to listen, of requests and
 * connections: what else a busy machine brings about (a thread that was blocked, a Kafka that is
 * slow) is not its matter.
 */
public final class StackTraces extends Handler {
  private static final List<String> LOGGERS =
      List.of(
          "no.samsnakk.",
          "io.netty.",
          "io.quarkus.vertx.http.",
          "io.quarkus.websockets.",
          "io.vertx.core.http.",
          // What no handler has caught.
          "io.vertx.core.impl.Context",
          "io.vertx.core.net.",
          "io.vertx.ext.web.",
          "io.vertx.httpproxy.",
          "org.jboss.resteasy.reactive.");

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
    if (line.getThrown() != null && isHeard(line.getLoggerName())) {
      var trace = new StringWriter();
      line.getThrown().printStackTrace(new PrintWriter(trace));
      logged.add(line.getLoggerName() + ": " + trace);
    }
  }

  private static boolean isHeard(@Nullable String logger) {
    return logger != null && LOGGERS.stream().anyMatch(logger::startsWith);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
