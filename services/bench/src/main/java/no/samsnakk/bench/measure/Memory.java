package no.samsnakk.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a JVM holds after a full collection.
 *
 * @param resident of the whole process, in bytes; seldom gets smaller
 * @param heap what is alive, in bytes
 * @param direct outside the heap, in bytes: Netty's buffers
 */
public record Memory(long resident, long heap, long direct) {
  private static final double MIB = 1 << 20;

  /** Collects, and looks. */
  public static Memory afterCollection(long pid, int managementPort) {
    Jcmd.run(pid, "GC.run");
    Jcmd.run(pid, "GC.run");
    var metrics = Metrics.of(managementPort);
    double heap = metrics.sum("jvm_memory_used_bytes", "area=\"heap\"");
    // Netty may allocate past the JVM's own count, or within it: the larger is the one that is.
    double direct =
        Math.max(
            metrics.sum("jvm_buffer_memory_used_bytes", "id=\"direct\""),
            metrics.sum("netty_allocator_memory_used", "memory_type=\"direct\""));
    return new Memory(resident(pid), (long) heap, (long) direct);
  }

  /** Heap and direct together: what the issue bounds. */
  public double liveMib() {
    return (heap + direct) / MIB;
  }

  public double heapMib() {
    return heap / MIB;
  }

  public double directMib() {
    return direct / MIB;
  }

  public double residentMib() {
    return resident / MIB;
  }

  private static long resident(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .sum();
    } catch (IOException notLinux) {
      return 0;
    }
  }
}
