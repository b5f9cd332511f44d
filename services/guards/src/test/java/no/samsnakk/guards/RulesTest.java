package no.samsnakk.guards;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The twelve rules stand in docs/architecture.md. Pages name them as they stand there, and tests
 * and comments cite none that is not among them; that a page quotes its rule in all its words is
 * looked at in {@link GuardsTest}.
 */
class RulesTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern RULE = Pattern.compile("(?m)^(\\d+)\\. \\*\\*(.+?)\\.?\\*\\*");
  private static final Pattern LISTED =
      Pattern.compile("(?m)^\\| (.+) \\| \\[(R\\d+)\\]\\(R\\d+\\.md\\) \\|$");

  /** In the name of a test, which then shows that the rule holds. */
  private static final Pattern SHOWN = Pattern.compile("\\bR(\\d+)_\\w+\\(");

  /** In a comment or a display name: {@code (R4)}, {@code (R4, R12)}, {@code R4:}. */
  private static final Pattern CITED = Pattern.compile("(?:[(,] ?|\\* )R(\\d+)(?=[),:])");

  @Test
  void theArchitectureHasAllOfThemInTheirOrder() throws IOException {
    var numbers = RULE.matcher(rules()).results().map(rule -> rule.group(1)).toList();

    assertEquals(IntStream.rangeClosed(1, Pages.RULES).mapToObj(String::valueOf).toList(), numbers);
  }

  @Test
  void theListOfPagesNamesThemAsTheArchitectureDoes() throws IOException {
    var list = Files.readString(ROOT.resolve(Pages.FOLDER).resolve("README.md"));

    assertEquals(
        RULE.matcher(rules())
            .results()
            .map(rule -> "R" + rule.group(1) + " " + rule.group(2))
            .toList(),
        LISTED.matcher(list).results().map(line -> line.group(2) + " " + line.group(1)).toList());
  }

  @Test
  void eachIsShownByATestThatNamesIt() {
    assertEquals(all(), numbers(SHOWN, sources("src/test")));
  }

  @Test
  void noneIsCitedThatIsNotThere() {
    var cited = numbers(CITED, Stream.concat(sources("src/main"), sources("src/test")));

    cited.removeAll(all());
    assertEquals(new TreeSet<>(), cited);
  }

  private static String rules() throws IOException {
    var page = Files.readString(ROOT.resolve("docs/architecture.md"));
    int from = page.indexOf("\n## The rules\n");
    int to = page.indexOf("\n## ", from + 1);
    return page.substring(from, to < 0 ? page.length() : to);
  }

  private static TreeSet<Integer> all() {
    return IntStream.rangeClosed(1, Pages.RULES).boxed().collect(toCollection(TreeSet::new));
  }

  private static TreeSet<Integer> numbers(Pattern pattern, Stream<Path> sources) {
    return sources
        .map(RulesTest::textOf)
        .flatMap(text -> pattern.matcher(text).results().toList().stream())
        .map(found -> Integer.valueOf(found.group(1)))
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<Path> sources(String folder) {
    try (var services = Files.list(ROOT.resolve("services"))) {
      return services
          .map(service -> service.resolve(folder))
          .flatMap(RulesTest::javaIn)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String textOf(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
