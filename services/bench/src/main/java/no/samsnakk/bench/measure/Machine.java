package no.samsnakk.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What it ran on, in words. */
public final class Machine {
  private Machine() {}

  public static String description() {
    return "%d cores (%s), %s MiB, %s %s, Java %s, load before the start %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            after("/proc/cpuinfo", "model name"),
            mebibytes(after("/proc/meminfo", "MemTotal")),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.version"),
            first("/proc/loadavg"));
  }

  private static String mebibytes(String kibibytes) {
    var digits = kibibytes.replaceAll("\\D", "");
    return digits.isEmpty() ? "?" : "" + Long.parseLong(digits) / 1024;
  }

  private static String first(String file) {
    return lines(file).findFirst().map(line -> line.split(" ")[0]).orElse("?");
  }

  private static String after(String file, String name) {
    return lines(file)
        .filter(line -> line.startsWith(name))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElse("?");
  }

  private static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream();
    } catch (IOException notLinux) {
      return Stream.empty();
    }
  }
}
