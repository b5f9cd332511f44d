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
 * How much processor time each process has used. A server counts with its children, living and
 * dead; we count alone, because the servers are our children. Linux alone: read from {@code
 * /proc/<pid>/stat}.
 *
 * @param seconds by the process's name, in the order it was asked, ourselves last
 */
public record Cpu(Map<String, Double> seconds) {
  /** Our name among the processes. */
  public static final String OURSELVES = "load generator";

  private static final double TICKS = 100;
  // Of what follows the name in /proc/<pid>/stat.
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  /** Of these servers and of ourselves, up to now. */
  public static Cpu used(Map<String, Long> servers) {
    return used(Path.of("/proc"), servers, ProcessHandle.current().pid());
  }

  static Cpu used(Path proc, Map<String, Long> servers, long ourselves) {
    var stats = all(proc);
    var seconds = new LinkedHashMap<String, Double>();
    servers.forEach((name, pid) -> seconds.put(name, seconds(pid, stats, tree(pid, stats))));
    seconds.put(OURSELVES, seconds(ourselves, stats, alone(ourselves, stats)));
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

  /** All but ourselves together. */
  public double ofServers() {
    return seconds.entrySet().stream()
        .filter(process -> !process.getKey().equals(OURSELVES))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static double seconds(long pid, Map<Long, List<String>> stats, long ticks) {
    return stats.containsKey(pid) ? ticks / TICKS : Double.NaN;
  }

  private static long tree(long pid, Map<Long, List<String>> stats) {
    var own = stats.getOrDefault(pid, List.of());
    long children =
        stats.entrySet().stream()
            .filter(entry -> number(entry.getValue(), PARENT) == pid)
            .mapToLong(entry -> tree(entry.getKey(), stats))
            .sum();
    return children + alone(pid, stats) + sum(own, CHILDREN_USER, CHILDREN_SYSTEM);
  }

  private static long alone(long pid, Map<Long, List<String>> stats) {
    return sum(stats.getOrDefault(pid, List.of()), USER, SYSTEM);
  }

  private static long sum(List<String> stat, int one, int other) {
    return stat.isEmpty() ? 0 : number(stat, one) + number(stat, other);
  }

  private static long number(List<String> stat, int field) {
    return Long.parseLong(stat.get(field));
  }

  private static Map<Long, List<String>> all(Path proc) {
    var stats = new LinkedHashMap<Long, List<String>>();
    try (Stream<Path> folders = Files.list(proc)) {
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

  static Optional<List<String>> stat(Path folder) {
    try {
      var line = Files.readString(folder.resolve("stat"));
      return Optional.of(List.of(line.substring(line.lastIndexOf(')') + 2).split(" ")));
    } catch (IOException | UncheckedIOException gone) {
      return Optional.empty();
    }
  }
}
