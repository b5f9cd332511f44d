package no.samsnakk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.samsnakk.bench.fault.FaultBench;
import no.samsnakk.bench.measure.Machine;
import no.samsnakk.bench.measure.OpenFiles;
import no.samsnakk.bench.report.Figures;
import no.samsnakk.bench.report.Report;
import no.samsnakk.local.Home;

/**
 * {@code ./samsnakk bench}: measures, prints a table, and says with its exit code if all was kept.
 */
public final class Bench {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int BROKEN_PROMISE = 3;
  private static final int TOO_SLOW = 4;

  private final long start = System.nanoTime();
  private final Options options;

  private Bench(Options options) {
    this.options = options;
  }

  public static void main(String[] words) {
    // Kafka's client tells much of its life that nobody asked for.
    Logger.getLogger("").setLevel(Level.WARNING);
    System.exit(main(List.of(words)));
  }

  private static int main(List<String> words) {
    if (words.contains("--faults") && !words.contains("--help")) {
      return FaultBench.main(words);
    }
    if (words.contains("--help")) {
      System.out.println(Options.USAGE + "\n\n" + FaultBench.USAGE_TEXT);
      return 0;
    }
    Options options;
    try {
      options = Options.parse(words.toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
      return USAGE;
    }
    try {
      return new Bench(options).run();
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      return FAILED;
    }
  }

  private int run() throws IOException {
    endAfter(options.limit());
    return options.growth() ? grow() : measure();
  }

  private int measure() throws IOException {
    OpenFiles.require(options.get(Setting.SOCKETS) + options.get(Setting.IDLE));
    var machine = Machine.description();
    List<Figures> runs = new ArrayList<>();
    for (int i = 1; i <= options.get(Setting.RUNS); i++) {
      say("run %d of %d".formatted(i, options.get(Setting.RUNS)));
      runs.add(new Run(options, this::say).figures());
    }
    publish("report.md", Report.markdown(machine, Conditions.of(options), runs));
    return runs.stream().allMatch(run -> run.kept().isWhole()) ? 0 : BROKEN_PROMISE;
  }

  private int grow() throws IOException {
    OpenFiles.require(Growth.MOST_SOCKETS);
    var machine = Machine.description();
    var grown = new Growth(options, this::say).run();
    var checked = grown.whole() ? "Everything was kept." : "**NOT AS PROMISED**";
    publish(
        "growth.md",
        "## How the cost grows\n\nMachine: %s\n\n%s\n\n%s\n"
            .formatted(machine, grown.table(), checked));
    return grown.whole() ? 0 : BROKEN_PROMISE;
  }

  private void publish(String name, String report) throws IOException {
    var file = Home.find().state().resolve("bench").resolve(name);
    Files.writeString(file, report);
    System.out.println("\n" + report);
    say("also in " + Path.of("").toAbsolutePath().relativize(file.toAbsolutePath()));
  }

  private void say(String what) {
    System.out.printf("%5d s  %s%n", (System.nanoTime() - start) / 1_000_000_000, what);
  }

  /** Bounded in time: the reaper ends what we started when we are gone. */
  private static void endAfter(Duration limit) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                Thread.sleep(limit);
              } catch (InterruptedException e) {
                return;
              }
              System.err.println("not done within " + limit.toMinutes() + " minutes: stopped");
              Runtime.getRuntime().halt(TOO_SLOW);
            });
  }
}
