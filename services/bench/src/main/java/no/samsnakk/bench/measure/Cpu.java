package no.samsnakk.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much processor time each process has used, with its children, living and dead. Linux alone:
 * read from {@code /proc/<pid>/stat}.
 *
 * @param seconds by the process's name, in the order it was asked
 */
public record Cpu(Map<String, Double> seconds) {
  private static final double TICKS = 100;
  // Of what follows the name in /proc/<pid>/stat.
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  /** Up to now. */
  public static Cpu used(Map<String, Long> processes) {
    var stats = all();
    var seconds = new LinkedHashMap<String, Double>();
    processes.forEach((name, pid) -> seconds.put(name, ofTree(pid, stats)));
    return new Cpu(seconds);
  }

  /** From then to now. */
  public Cpu since(Cpu then) {
    var difference = new LinkedHashMap<String, Double>();
    seconds.forEach((name, now) -> difference.put(name, now - then.seconds.getOrDefault(name, 0d)));
    return new Cpu(difference);
  }

  /** For each thousand of this many. */
  public Cpu perThousand(long count) {
    var share = new LinkedHashMap<String, Double>();
    seconds.forEach((name, all) -> share.put(name, count == 0 ? Double.NaN : all * 1000 / count));
    return new Cpu(share);
  }

  private static double ofTree(long pid, Map<Long, List<String>> stats) {
    return stats.containsKey(pid) ? ticks(pid, stats) / TICKS : Double.NaN;
  }

  private static long ticks(long pid, Map<Long, List<String>> stats) {
    var own = stats.getOrDefault(pid, List.of());
    long children =
        stats.entrySet().stream()
            .filter(entry -> number(entry.getValue(), PARENT) == pid)
            .mapToLong(entry -> ticks(entry.getKey(), stats))
            .sum();
    return children
        + Stream.of(USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM)
            .mapToLong(field -> number(own, field))
            .sum();
  }

  private static long number(List<String> stat, int field) {
    return Long.parseLong(stat.get(field));
  }

  private static Map<Long, List<String>> all() {
    var stats = new LinkedHashMap<Long, List<String>>();
    try (Stream<Path> folders = Files.list(Path.of("/proc"))) {
      folders
          .filter(folder -> folder.getFileName().toString().matches("\\d+"))
          .forEach(
              folder ->
                  stat(folder)
                      .ifPresent(s -> stats.put(Long.valueOf(folder.getFileName().toString()), s)));
      return stats;
    } catch (IOException notLinux) {
      return stats;
    }
  }

  private static Optional<List<String>> stat(Path folder) {
    try {
      var line = Files.readString(folder.resolve("stat"));
      return Optional.of(List.of(line.substring(line.lastIndexOf(')') + 2).split(" ")));
    } catch (IOException | UncheckedIOException gone) {
      return Optional.empty();
    }
  }
}
