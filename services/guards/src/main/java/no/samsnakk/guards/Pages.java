package no.samsnakk.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the list of guards from its pages, {@code docs/guards/R1.md} to {@code R12.md}. A guard is
 * a section:
 *
 * <pre>
 *   ## R4-access-lock
 *
 *   What holds because of it.
 *
 *   In [`BatchStatements`](…). Found by [`LocksTest.R4_…`](…).
 *
 *   a block marked diff for each place
 * </pre>
 */
final class Pages {
  static final Path FOLDER = Path.of("docs/guards");
  static final int RULES = 12;

  private static final Pattern SECTION = Pattern.compile("(?m)^## ");
  private static final Pattern PLACE = Pattern.compile("(?m)^In \\[`[^`]+`]\\(([^()]+)\\)");
  private static final Pattern JAVA_TEST =
      Pattern.compile("Found by \\[`\\w+\\.(\\w+)`]\\(([^()]+)\\)");
  private static final Pattern WEB_TEST =
      Pattern.compile("Found by \\[`[^`]+`]\\(([^()]+)\\): \"([^\"]+)\"");
  private static final Pattern DIFF = Pattern.compile("(?ms)^```diff\\n(.*?)^```");

  private Pages() {}

  /** All guards, in the order of the rules. */
  static List<Guard> read(Path root) {
    return IntStream.rangeClosed(1, RULES)
        .mapToObj(rule -> FOLDER.resolve("R" + rule + ".md"))
        .flatMap(page -> guards(page, text(root.resolve(page))))
        .toList();
  }

  /**
   * @throws IllegalStateException if a section lacks something
   */
  static Stream<Guard> guards(Path page, String text) {
    return SECTION.splitAsStream(text).skip(1).map(section -> guard(page, section));
  }

  private static Guard guard(Path page, String section) {
    var id = section.substring(0, section.indexOf('\n')).strip();
    var place = found(PLACE, section, id, "where it stands");
    var promise = section.substring(id.length(), place.start()).strip();
    var changes = changes(section);
    if (promise.isEmpty() || changes.isEmpty()) {
      throw new IllegalStateException(id + " lacks its promise or its lines");
    }
    return new Guard(id, promise, file(page, place.group(1)), test(page, section, id), changes);
  }

  private static NamedTest test(Path page, String section, String id) {
    var web = WEB_TEST.matcher(section);
    if (web.find()) {
      return new NamedTest(file(page, web.group(1)), web.group(2));
    }
    var java = found(JAVA_TEST, section, id, "the test that finds it");
    return new NamedTest(file(page, java.group(2)), java.group(1));
  }

  private static List<Change> changes(String section) {
    List<Change> changes = new ArrayList<>();
    var blocks = DIFF.matcher(section);
    while (blocks.find()) {
      changes.add(Change.of(blocks.group(1).lines().toList()));
    }
    return changes;
  }

  private static Matcher found(Pattern pattern, String section, String id, String what) {
    var matcher = pattern.matcher(section);
    if (!matcher.find()) {
      throw new IllegalStateException(id + " does not say " + what);
    }
    return matcher;
  }

  private static Path file(Path page, String link) {
    return page.resolveSibling(link).normalize();
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
