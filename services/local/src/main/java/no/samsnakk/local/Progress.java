package no.samsnakk.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * What is going on, on the terminal: a line for each step that is done, with its time, and below
 * them what is being waited for (on a terminal rewritten every second, elsewhere said again every
 * ten).
 */
final class Progress implements AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final Map<String, Long> waiting = new ConcurrentSkipListMap<>();
  private final Thread ticker;

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.ticker = Thread.ofVirtual().start(this::tick);
  }

  void begin(String step) {
    waiting.put(step, System.nanoTime());
  }

  void done(String step) {
    Long since = waiting.remove(step);
    say(String.format(Locale.ROOT, "  ✓ %-14s %6.1f s", step, since == null ? 0 : seconds(since)));
  }

  void failed(String step) {
    waiting.remove(step);
    say("  ✗ " + step);
  }

  synchronized void say(String line) {
    out.println((terminal ? CLEAR : "") + line);
    out.flush();
  }

  private void tick() {
    try {
      while (true) {
        Thread.sleep(terminal ? Duration.ofSeconds(1) : Duration.ofSeconds(10));
        tell();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void tell() {
    String steps =
        waiting.entrySet().stream()
            .map(
                step ->
                    String.format(
                        Locale.ROOT, "%s %.0f s", step.getKey(), seconds(step.getValue())))
            .collect(Collectors.joining(", "));
    if (steps.isEmpty()) {
      return;
    }
    if (terminal) {
      out.print(CLEAR + "  … " + steps);
    } else {
      out.println("  … " + steps);
    }
    out.flush();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  @Override
  public void close() {
    ticker.interrupt();
  }
}
