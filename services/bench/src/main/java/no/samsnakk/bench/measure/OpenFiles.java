package no.samsnakk.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many files and sockets a process on this machine may have open. */
public final class OpenFiles {
  private static final int OTHER_THAN_SOCKETS = 1_000;

  private OpenFiles() {}

  /**
   * Whether so many sockets may be open, in us and in messaging.
   *
   * @throws IllegalStateException if not, with what to do about it
   */
  public static void require(int sockets) {
    long allowed = allowed();
    if (allowed < sockets + OTHER_THAN_SOCKETS) {
      throw new IllegalStateException(
          "%d sockets need %d open files for each process, and only %d are allowed here: raise `ulimit -n`, or ask for fewer"
              .formatted(sockets, sockets + OTHER_THAN_SOCKETS, allowed));
    }
  }

  /** A JVM raises what is usual to what is allowed, and its children inherit that. */
  private static long allowed() {
    try (var lines = Files.lines(Path.of("/proc/self/limits"))) {
      return lines
          .filter(line -> line.startsWith("Max open files"))
          .map(line -> line.split("\\s{2,}")[2])
          .mapToLong(hard -> hard.matches("\\d+") ? Long.parseLong(hard) : Long.MAX_VALUE)
          .findFirst()
          .orElse(Long.MAX_VALUE);
    } catch (IOException notLinux) {
      return Long.MAX_VALUE;
    }
  }
}
