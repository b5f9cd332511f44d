package no.samsnakk.guards;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * {@code Main <checkout> <folder to work in> [--tenth <number> | id…]}: tries guards, two at a
 * time, since a trial waits about half of its time; says of each what came of it and at last how
 * many were found. Ends with 1 if one was not.
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
    System.exit(run(chosen, checkout, folder));
  }

  private static List<Guard> chosen(List<Guard> all, List<String> wanted) {
    return wanted.size() == 2 && wanted.getFirst().equals("--tenth")
        ? Choice.tenth(all, Long.parseLong(wanted.get(1)))
        : Choice.named(all, wanted);
  }

  private static int run(List<Guard> guards, Path checkout, Path folder)
      throws IOException, InterruptedException {
    var withPort = new ConcurrentLinkedQueue<>(guards.stream().filter(Main::needsPort).toList());
    var others =
        new ConcurrentLinkedQueue<>(guards.stream().filter(guard -> !needsPort(guard)).toList());
    var work =
        List.of(
            new Worker(Trial.in(checkout, folder, 1), List.of(withPort, others)),
            new Worker(Trial.in(checkout, folder, 2), List.of(others)));
    List<String> failed = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(work.size())) {
      for (var worked : threads.invokeAll(work)) {
        failed.addAll(worked.get());
      }
    } catch (ExecutionException e) {
      throw new IOException("A guard could not be tried", e);
    }
    if (!failed.isEmpty()) {
      System.out.println("Again: ./samsnakk test --guards " + String.join(" ", failed));
    }
    System.out.println((guards.size() - failed.size()) + " passed, " + failed.size() + " failed");
    return failed.isEmpty() ? 0 : 1;
  }

  /**
   * The gateway's tests meet Keycloak on the one port that its realm knows: one of them at a time.
   */
  private static boolean needsPort(Guard guard) {
    return guard.test().module().equals("gateway");
  }
}
