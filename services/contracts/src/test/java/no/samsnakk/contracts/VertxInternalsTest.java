package no.samsnakk.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of Vert.x's inside is used stands in decision 63, with what fails when it breaks. */
class VertxInternalsTest {
  private static final Path SERVICES = Path.of("..");
  private static final Path PAGE =
      Path.of("../../docs/decisions/0063-vertxs-inside-is-touched-in-nine-places.md");
  private static final Pattern IMPORT =
      Pattern.compile("import (?:static )?io\\.vertx\\.[\\w.]*(?:impl|internal)\\.(\\w+)");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| \\[`(\\w+)`]\\([^)]*\\) \\| ([^|]*) \\|");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  @Test
  void whatIsUsedIsWhatThePageSays() throws IOException {
    assertEquals(told(), used());
  }

  private static Set<String> told() throws IOException {
    var told = new TreeSet<String>();
    ROW.matcher(Files.readString(PAGE))
        .results()
        .forEach(
            row ->
                NAME.matcher(row.group(2))
                    .results()
                    .forEach(name -> told.add(row.group(1) + " " + name.group(1))));
    return told;
  }

  /** Of what runs: the load generator is no part of it. */
  private static Set<String> used() throws IOException {
    var used = new TreeSet<String>();
    try (var modules = Files.list(SERVICES)) {
      for (Path module : modules.filter(it -> !it.endsWith("bench")).toList()) {
        var folder = module.resolve("src/main/java");
        if (Files.isDirectory(folder)) {
          try (var files = Files.walk(folder)) {
            files
                .filter(file -> file.toString().endsWith(".java"))
                .flatMap(VertxInternalsTest::imports)
                .forEach(used::add);
          }
        }
      }
    }
    return used;
  }

  private static Stream<String> imports(Path source) {
    try {
      var name = source.getFileName().toString().replace(".java", "");
      return IMPORT
          .matcher(Files.readString(source))
          .results()
          .map(found -> name + " " + found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
