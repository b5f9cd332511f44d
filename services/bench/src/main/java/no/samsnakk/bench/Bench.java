package no.samsnakk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.samsnakk.bench.measure.Machine;
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
    if (words.contains("--help")) {
      System.out.println(Options.USAGE);
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
    var machine = Machine.description();
    List<Figures> runs = new ArrayList<>();
    for (int i = 1; i <= options.runs(); i++) {
      say("run %d of %d".formatted(i, options.runs()));
      runs.add(new Run(options, this::say).figures());
    }
    var report = Report.markdown(machine, what(), runs);
    var file = Home.find().state().resolve("bench/report.md");
    Files.writeString(file, report);
    System.out.println("\n" + report);
    say("also in " + Path.of("").toAbsolutePath().relativize(file.toAbsolutePath()));
    return runs.stream().allMatch(run -> run.kept().isWhole()) ? 0 : BROKEN_PROMISE;
  }

  private String what() {
    return "%d rooms of five, %d sockets each with its room open, steady at %d a second for %d s, then as fast as it goes for %d s; each run on fresh servers, fsync on"
        .formatted(
            options.rooms(),
            options.sockets(),
            options.rate(),
            options.steady().toSeconds(),
            options.flatOut().toSeconds());
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
