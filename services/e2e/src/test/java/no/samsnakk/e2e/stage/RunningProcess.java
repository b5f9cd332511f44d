package no.samsnakk.e2e.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody knows who has taken a running process over.
 *
 * @param environment its own, as the kernel has it
 * @param words the environment, the arguments, and what stands in the files that these name
 */
public record RunningProcess(Map<String, String> environment, String words) {
  private static final long LARGEST_FILE = 64 * 1024;

  /** The one with this number, on Linux. */
  public static RunningProcess of(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    List<String> environment = parts(process.resolve("environ"));
    List<String> all =
        Stream.concat(environment.stream(), parts(process.resolve("cmdline")).stream()).toList();
    String files = all.stream().flatMap(RunningProcess::named).collect(Collectors.joining("\n"));
    return new RunningProcess(
        environment.stream()
            .map(it -> it.split("=", 2))
            .collect(Collectors.toMap(it -> it[0], it -> it[1], (first, second) -> second)),
        String.join("\n", all) + "\n" + files);
  }

  private static List<String> parts(Path file) {
    return List.of(text(file).split("\0"));
  }

  private static Stream<String> named(String word) {
    return Stream.of(word.split("[=:,]"))
        .filter(it -> it.startsWith("/"))
        .map(Path::of)
        .filter(it -> Files.isRegularFile(it) && it.toFile().length() <= LARGEST_FILE)
        .map(RunningProcess::text);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
