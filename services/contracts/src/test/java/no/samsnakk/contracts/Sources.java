package no.samsnakk.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs, of every module, as text. */
public final class Sources {
  private static final Path SERVICES = Path.of("..");

  private Sources() {}

  /** A file and what stands in it. */
  public record Source(Path path, String text) {
    /** Of the class that gives the file its name. */
    public String className() {
      return path.getFileName().toString().replace(".java", "");
    }

    public boolean isIn(String module) {
      return path.startsWith(SERVICES.resolve(module));
    }
  }

  /** All below {@code src/main/java}. */
  public static List<Source> all() {
    List<Source> all = new ArrayList<>();
    try (var modules = Files.list(SERVICES)) {
      for (Path folder : modules.map(it -> it.resolve("src/main/java")).toList()) {
        if (Files.isDirectory(folder)) {
          try (var files = Files.walk(folder)) {
            files
                .filter(file -> file.toString().endsWith(".java"))
                .forEach(file -> all.add(new Source(file, read(file))));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
