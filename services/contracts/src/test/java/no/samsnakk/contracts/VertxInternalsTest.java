package no.samsnakk.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What of Vert.x's inside is used stands in decision 63, with what fails when it breaks. */
class VertxInternalsTest {
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
  private static Set<String> used() {
    var used = new TreeSet<String>();
    for (var source : Sources.all()) {
      if (!source.isIn("bench")) {
        IMPORT
            .matcher(source.text())
            .results()
            .forEach(found -> used.add(source.className() + " " + found.group(1)));
      }
    }
    return used;
  }
}
