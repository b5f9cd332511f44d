package no.samsnakk.gateway.world;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what the operator is told until it is closed. */
public final class Ear extends Handler implements AutoCloseable {
  private final List<String> messages = new CopyOnWriteArrayList<>();

  private Ear() {}

  public static Ear listen() {
    var ear = new Ear();
    Logger.getLogger("").addHandler(ear);
    return ear;
  }

  /** Each with what stands in it. */
  public List<String> messages() {
    return messages;
  }

  @Override
  public void publish(LogRecord said) {
    messages.add(
        said.getMessage() + " " + Arrays.toString(said.getParameters()) + " " + said.getThrown());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
