package no.samsnakk.guards;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import no.samsnakk.guards.Verdict.Broken;
import no.samsnakk.guards.Verdict.Found;
import no.samsnakk.guards.Verdict.Missed;

/**
 * Tries one guard after the other for as long as there are any, and says of each what came of it.
 *
 * @param left the guards that nobody has begun with, those to begin with first; shared with others
 */
record Worker(Tries trial, List<Queue<Guard>> left) implements Callable<List<String>> {
  /** Takes a guard out, and leaves a log of it. */
  interface Tries {
    Verdict of(Guard guard) throws IOException, InterruptedException;

    Path log(Guard guard);
  }

  /** Answers the ids of those that were not found. */
  @Override
  public List<String> call() throws IOException, InterruptedException {
    List<String> failed = new ArrayList<>();
    for (var next = next(); next.isPresent(); next = next()) {
      var guard = next.get();
      long began = System.nanoTime();
      var attempts = Attempts.of(() -> tried(guard));
      long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
      System.out.println(line(guard, attempts.verdict()) + attempts + " " + seconds + " s");
      if (!(attempts.verdict() instanceof Found)) {
        failed.add(guard.id());
      }
    }
    return failed;
  }

  /** What goes wrong with one keeps nobody from the others. */
  private Verdict tried(Guard guard) throws InterruptedException {
    try {
      return trial.of(guard);
    } catch (IOException | RuntimeException e) {
      return new Broken(e.toString());
    }
  }

  private Optional<Guard> next() {
    return left.stream().map(Queue::poll).filter(Objects::nonNull).findFirst();
  }

  private String line(Guard guard, Verdict verdict) {
    return switch (verdict) {
      case Found() -> "  ✓ %-26s found by %s".formatted(guard.id(), guard.test());
      case Missed() ->
          "  ✗ %-26s NOT FOUND: %s passes without it".formatted(guard.id(), guard.test());
      case Broken(var why) ->
          "  ✗ %-26s BROKEN: %s (%s), see %s"
              .formatted(guard.id(), why, guard.test(), trial.log(guard));
    };
  }
}
