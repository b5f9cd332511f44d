package no.samsnakk.guards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.samsnakk.guards.Verdict.Broken;
import no.samsnakk.guards.Verdict.Found;
import no.samsnakk.guards.Verdict.Missed;

/**
 * {@code Main <checkout> <folder to work in> [--tenth <number> | id…]}: tries guards, says of each
 * what came of it and at last how many were found. Ends with 1 if one was not.
 */
public final class Main {
  private Main() {}

  public static void main(String... arguments) throws IOException, InterruptedException {
    var checkout = Path.of(arguments[0]);
    var folder = Path.of(arguments[1]);
    List<Guard> chosen;
    try {
      chosen = chosen(Pages.read(checkout), Arrays.asList(arguments).subList(2, arguments.length));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    var logs = Files.createDirectories(folder.resolve("logs"));
    System.exit(run(new Trial(Tree.copyOf(checkout, folder.resolve("tree")), logs), chosen));
  }

  private static List<Guard> chosen(List<Guard> all, List<String> wanted) {
    return wanted.size() == 2 && wanted.getFirst().equals("--tenth")
        ? Choice.tenth(all, Long.parseLong(wanted.get(1)))
        : Choice.named(all, wanted);
  }

  private static int run(Trial trial, List<Guard> guards) throws IOException, InterruptedException {
    List<String> failed = new ArrayList<>();
    for (var guard : guards) {
      long began = System.nanoTime();
      var attempts = Attempts.of(() -> trial.of(guard));
      long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
      System.out.println(line(guard, attempts.verdict(), trial) + attempts + " " + seconds + " s");
      if (!(attempts.verdict() instanceof Found)) {
        failed.add(guard.id());
      }
    }
    if (!failed.isEmpty()) {
      System.out.println("Again: ./samsnakk test --guards " + String.join(" ", failed));
    }
    System.out.println((guards.size() - failed.size()) + " passed, " + failed.size() + " failed");
    return failed.isEmpty() ? 0 : 1;
  }

  private static String line(Guard guard, Verdict verdict, Trial trial) {
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
