package no.samsnakk.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashMap;
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
  private final List<Part> parts;
  private final FirstStory story;

  private AllInOne(
      Supervisor supervisor, Progress progress, RunLock lock, List<Part> parts, FirstStory story) {
    this.supervisor = supervisor;
    this.progress = progress;
    this.lock = lock;
    this.parts = parts;
    this.story = story;
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
    List<Part> parts =
        new Parts(home, settings, secrets)
            .all().stream().filter(part -> wanted.test(part.name())).toList();
    Checks.disk(home, settings);
    Checks.credentials(settings);
    Checks.built(home, parts);
    RunLock lock = RunLock.take(home);
    try {
      Children children = Children.of(home);
      children.endLeftOvers().forEach(name -> progress.say("  ! ended a left-over " + name));
      Checks.ports(parts);
      OwnersOnly.mend(home.state());
      tellScheme(home, settings);
      FirstStory story = new FirstStory(home, settings, secrets);
      return new AllInOne(new Supervisor(progress, children), progress, lock, parts, story);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** For whoever asks the services from outside, as {@code ./samsnakk log verify} does. */
  private static void tellScheme(Home home, Settings settings) {
    try {
      Files.writeString(home.state().resolve("run/scheme"), settings.tls() ? "https" : "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts them and returns when all are ready.
   *
   * @throws Refused when one does not start; what was started has been stopped then
   */
  void start() {
    Map<String, CompletableFuture<Void>> starts = new HashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Part part : parts) {
        CompletableFuture<?>[] before =
            part.after().stream()
                .filter(starts::containsKey)
                .map(starts::get)
                .toArray(CompletableFuture[]::new);
        CompletableFuture<Void> start =
            CompletableFuture.allOf(before).thenRunAsync(() -> supervisor.start(part), threads);
        starts.put(part.name(), start);
      }
      joinOrFail(starts.values(), threads);
    } catch (CompletionException e) {
      close();
      throw e.getCause() instanceof Refused refused ? refused : e;
    }
  }

  /** Has the demo's story told, where it is due; answers whether it was told now. */
  CompletableFuture<Boolean> tellStory() {
    return CompletableFuture.supplyAsync(
        () -> story.tell(parts, progress), task -> Thread.ofVirtual().name("story").start(task));
  }

  /** Whether somebody has told it to stop. */
  boolean isStopping() {
    return supervisor.isStopping();
  }

  /** With the first failure the others need not go on. */
  private static void joinOrFail(
      Collection<CompletableFuture<Void>> starts, ExecutorService threads) {
    CompletableFuture<Void> all = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
    starts.forEach(
        start ->
            start.whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    all.completeExceptionally(failure);
                  }
                }));
    try {
      all.join();
    } finally {
      threads.shutdownNow();
    }
  }

  @Override
  public void close() {
    supervisor.close();
    progress.close();
    lock.close();
  }
}
