package no.samsnakk.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much processor time the threads of one JVM have used, by what they are for. Linux alone: the
 * kernel knows the JVM's own threads by name, and no recording does.
 */
public record Threads(Map<Kind, Double> seconds) {
  private static final double TICKS = 100;
  private static final int USER = 11;
  private static final int SYSTEM = 12;

  /** What a thread is for. */
  public enum Kind {
    /** Compilers: much of it in the first minutes, then little. */
    JIT,
    /** Collections; with the serial collector in the VM's own thread. */
    GC,
    /** The recording itself, and the rest of the JVM. */
    JVM,
    /** Everything that runs our code. */
    JAVA
  }

  /** Up to now. */
  public static Threads used(long pid) {
    return used(Path.of("/proc/" + pid + "/task"));
  }

  static Threads used(Path tasks) {
    Map<Kind, Double> seconds = new EnumMap<>(Kind.class);
    try (Stream<Path> threads = Files.list(tasks)) {
      threads.forEach(thread -> seconds.merge(kind(name(thread)), seconds(thread), Double::sum));
    } catch (IOException notLinux) {
      return new Threads(seconds);
    }
    return new Threads(seconds);
  }

  /** From then to now. */
  public Threads since(Threads then) {
    Map<Kind, Double> difference = new EnumMap<>(Kind.class);
    seconds.forEach((kind, now) -> difference.put(kind, now - then.of(kind)));
    return new Threads(difference);
  }

  public double of(Kind kind) {
    return seconds.getOrDefault(kind, 0d);
  }

  private static Kind kind(String name) {
    if (name.matches("C[12] CompilerThre.*|Sweeper.*")) {
      return Kind.JIT;
    }
    if (name.matches("VM Thread|GC Thread.*|G1 .*|ZWorker.*|ZDirector.*")) {
      return Kind.GC;
    }
    return name.matches("JFR .*|VM Periodic.*|Monitor Deflati.*|Service Thread|Attach Listener.*")
        ? Kind.JVM
        : Kind.JAVA;
  }

  private static String name(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).strip();
    } catch (IOException gone) {
      return "";
    }
  }

  private static double seconds(Path thread) {
    return Cpu.stat(thread)
        .map(stat -> Long.parseLong(stat.get(USER)) + Long.parseLong(stat.get(SYSTEM)))
        .map(ticks -> ticks / TICKS)
        .orElse(0d);
  }
}
