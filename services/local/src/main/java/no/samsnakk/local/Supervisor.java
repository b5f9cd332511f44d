package no.samsnakk.local;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.samsnakk.local.Part.Running;
import no.samsnakk.local.process.Child;

/**
 * Starts parts, starts them again when they die, and stops them in the reverse of the order in
 * which they became ready.
 *
 * <pre>
 *   starting ──► running ──dies──► waiting (1, 2, 4 … 30 s) ──► starting
 *                   └──── stop ────► stopped, from any of them; nothing is started after it
 * </pre>
 */
final class Supervisor implements AutoCloseable {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration STABLE = Duration.ofMinutes(1);

  private record Started(Part part, Running running) {}

  private final Progress progress;
  private final Children children;
  private final Deque<Started> started = new ConcurrentLinkedDeque<>();
  private volatile boolean stopping;

  Supervisor(Progress progress, Children children) {
    this.progress = progress;
    this.children = children;
  }

  /** Starts it and returns when it is ready. */
  void start(Part part) {
    progress.begin(part.name());
    try {
      keep(part, part.start().call(), Duration.ofSeconds(1));
      progress.done(part.name());
    } catch (Exception e) {
      progress.failed(part.name());
      throw Refusal.PART_FAILED.with(part.name(), String.valueOf(e.getMessage()));
    }
  }

  private void keep(Part part, Running running, Duration pause) {
    Started entry = new Started(part, running);
    synchronized (started) {
      if (stopping) {
        close(entry);
        return;
      }
      started.addFirst(entry);
    }
    running.child().ifPresent(child -> watch(entry, child, pause));
  }

  private void watch(Started entry, Child child, Duration pause) {
    children.add(child);
    long since = System.nanoTime();
    child
        .process()
        .onExit()
        .thenAccept(
            process -> {
              children.remove(child);
              if (!stopping) {
                boolean wasStable = System.nanoTime() - since > STABLE.toNanos();
                Duration wait = wasStable ? Duration.ofSeconds(1) : pause;
                progress.say(
                    "  ! %s ended with code %d; starting it again in %d s (log: %s)"
                        .formatted(
                            child.name(), process.exitValue(), wait.toSeconds(), child.log()));
                Thread.ofVirtual().start(() -> again(entry, wait));
              }
            });
  }

  private void again(Started entry, Duration wait) {
    try {
      Thread.sleep(wait);
      if (!started.remove(entry) || stopping) {
        return;
      }
      Duration doubled = wait.multipliedBy(2);
      Duration next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
      restart(entry, next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart(Started entry, Duration next) {
    String name = entry.part().name();
    progress.begin(name);
    try {
      keep(entry.part(), entry.part().start().call(), next);
      progress.done(name);
    } catch (Exception e) {
      progress.failed(name);
      if (!stopping) {
        progress.say("  ! " + name + ": " + e.getMessage());
        started.addFirst(entry);
        Thread.ofVirtual().start(() -> again(entry, next));
      }
    }
  }

  /** Whether it is stopping, or has stopped. */
  boolean isStopping() {
    return stopping;
  }

  /** Stops everything, first what nothing else leans on. Returns when all has ended. */
  @Override
  public void close() {
    synchronized (started) {
      stopping = true;
    }
    while (!started.isEmpty()) {
      List<Started> leaves = started.stream().filter(this::isLeaf).toList();
      started.removeAll(leaves);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        leaves.forEach(leaf -> threads.execute(() -> close(leaf)));
      }
    }
  }

  private boolean isLeaf(Started entry) {
    String name = entry.part().name();
    return started.stream().noneMatch(other -> other.part().after().contains(name));
  }

  private void close(Started entry) {
    String step = "stop " + entry.part().name();
    progress.begin(step);
    try {
      entry.running().stop().close();
      progress.done(step);
    } catch (Exception e) {
      progress.failed(step);
    }
  }
}
