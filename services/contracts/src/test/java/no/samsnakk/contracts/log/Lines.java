package no.samsnakk.contracts.log;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What nobody should have been told since this began to listen: anything in which an id or an
 * identity number stands, and any warning of what takes requests in. (A client that another test
 * has left waiting takes none in.)
 */
public final class Lines extends Handler implements AutoCloseable {
  private static final Pattern PERSONAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7|(?<!\\d)\\d{11}(?!\\d)");
  private static final List<String> TAKING_IN =
      List.of("io.netty.", "io.quarkus.vertx.http.", "io.vertx.core.http.", "io.vertx.ext.web.");

  private final List<String> told = new CopyOnWriteArrayList<>();

  /** Listens until it is closed. */
  public static Lines listen() {
    var listening = new Lines();
    Logger.getLogger("").addHandler(listening);
    return listening;
  }

  /** Each with its logger, what stands in it, and what was thrown. */
  public List<String> told() {
    return told;
  }

  @Override
  public void publish(LogRecord line) {
    var words = new StringBuilder().append(line.getMessage());
    if (line.getParameters() != null) {
      Arrays.asList(line.getParameters()).forEach(it -> words.append(' ').append(it));
    }
    words.append(' ').append(line.getThrown());
    if (PERSONAL.matcher(words).find()
        || (line.getLevel().intValue() >= Level.WARNING.intValue()
            && isTakingIn(line.getLoggerName()))) {
      told.add(line.getLoggerName() + ": " + words);
    }
  }

  private static boolean isTakingIn(@Nullable String logger) {
    return logger != null
        && TAKING_IN.stream().anyMatch(logger::startsWith)
        && !logger.contains(".HttpClient");
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
