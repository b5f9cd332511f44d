package no.samsnakk.local;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import no.samsnakk.local.Refusal.Refused;

/**
 * The whole of Samsnakk, running on this machine. Made for the launcher and for the journeys in
 * {@code services/e2e}, which give it a state folder and ports of their own.
 */
public final class AllInOne implements AutoCloseable {
  private final Supervisor supervisor;
  private final Progress progress;
  private final RunLock lock;
  private final List<Part> ground;
  private final List<Part> upon;

  private AllInOne(
      Supervisor supervisor, Progress progress, RunLock lock, List<Part> ground, List<Part> upon) {
    this.supervisor = supervisor;
    this.progress = progress;
    this.lock = lock;
    this.ground = ground;
    this.upon = upon;
  }

  /** Everything, with these settings beside the defaults; returns when all of it is ready. */
  public static AllInOne start(Home home, Map<String, String> environment, PrintStream out) {
    AllInOne all = prepare(home, new Settings(environment), part -> true, new Progress(out, false));
    all.start();
    return all;
  }

  /**
   * Checks that the parts asked for can be started.
   *
   * @throws Refused when they can't; nothing has been started then
   */
  static AllInOne prepare(
      Home home, Settings settings, Predicate<String> wanted, Progress progress) {
    Secrets secrets = new Secrets(home.state().resolve("secrets"), settings.environment());
    Parts parts = new Parts(home, settings, secrets);
    List<Part> ground = parts.ground().stream().filter(part -> wanted.test(part.name())).toList();
    List<Part> upon = parts.upon().stream().filter(part -> wanted.test(part.name())).toList();
    Checks.disk(home, settings);
    Checks.credentials(settings);
    Checks.built(home, upon);
    RunLock lock = RunLock.take(home);
    try {
      Children children = Children.of(home);
      children.endLeftOvers().forEach(name -> progress.say("  ! ended a left-over " + name));
      Checks.ports(ground);
      Checks.ports(upon);
      return new AllInOne(new Supervisor(progress, children), progress, lock, ground, upon);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Starts them and returns when all are ready.
   *
   * @throws Refused when one does not start; what was started has been stopped then
   */
  void start() {
    try {
      startAll(supervisor, ground);
      startAll(supervisor, upon);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** All at once; fails with the first failure, when the others have ended their attempt too. */
  private static void startAll(Supervisor supervisor, List<Part> parts) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture.allOf(
              parts.stream()
                  .map(part -> CompletableFuture.runAsync(() -> supervisor.start(part), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Refused refused ? refused : e;
    }
  }

  @Override
  public void close() {
    supervisor.close();
    progress.close();
    lock.close();
  }
}
