package no.samsnakk.guards;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The list is held to the code in every run, so that it does not rot between two releases: only
 * whether the tests find it is asked less often.
 */
class GuardsTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final List<Guard> ALL = Pages.read(ROOT);
  private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__\\w+\\.sql");

  /** As JUnit shows them. */
  static List<Guard> all() {
    return ALL;
  }

  @Test
  void everyRuleHasThreeGuardsAtLeast() {
    var guards = ALL.stream().collect(groupingBy(Guard::rule, counting()));

    IntStream.rangeClosed(1, Pages.RULES)
        .mapToObj(number -> "R" + number)
        .forEach(rule -> assertTrue(guards.getOrDefault(rule, 0L) >= 3, rule));
    assertEquals(Pages.RULES, guards.size());
  }

  @Test
  void noTwoHaveTheSameName() {
    var ids = ALL.stream().map(Guard::id).toList();

    assertEquals(ids.size(), new HashSet<>(ids).size());
  }

  @Test
  void eachStandsOnThePageOfItsRule() throws IOException {
    for (var guard : ALL) {
      var page = Files.readString(ROOT.resolve(Pages.FOLDER).resolve(guard.rule() + ".md"));
      assertTrue(page.contains("\n## " + guard.id() + "\n"), guard.id());
    }
  }

  /** In all its words: what is left out of a rule is a weaker rule. */
  @Test
  void eachPageSaysItsRuleAsTheArchitectureDoes() throws IOException {
    var rules = Files.readString(ROOT.resolve("docs/architecture.md"));
    for (int number = 1; number <= Pages.RULES; number++) {
      var page = ROOT.resolve(Pages.FOLDER).resolve("R" + number + ".md");
      var said = Files.readAllLines(page);
      var name = said.getFirst().substring(("# R" + number + ": ").length());
      var rule = rules.lines().filter(startsWith(number + ". **" + name)).findFirst();
      assertTrue(rule.isPresent(), name);
      var words = rule.get().substring(rule.get().lastIndexOf("**") + 2).replaceFirst("^,", "");
      assertTrue(words.isBlank() || words.strip().equals(said.get(2)), said.get(2));
    }
  }

  private static Predicate<String> startsWith(String beginning) {
    return line -> line.startsWith(beginning);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatItTakesOutStandsThereOnce(Guard guard) throws IOException {
    var text = Files.readString(ROOT.resolve(guard.file()));

    assertNotEquals(text, guard.takenOutOf(text));
  }

  /**
   * A view that is defined anew holds by the migration that did it, and no more by the first.
   * Grants add up.
   */
  @ParameterizedTest
  @MethodSource("all")
  void noLaterMigrationSaysItAgain(Guard guard) throws IOException {
    int version = migration(guard.file());
    try (var beside = Files.list(ROOT.resolve(guard.file()).getParent())) {
      for (var later : beside.filter(file -> version > 0 && migration(file) > version).toList()) {
        var text = Files.readString(later);
        assertTrue(
            guard.changes().stream()
                .allMatch(it -> it.before().startsWith("grant ") || !text.contains(it.before())),
            later::toString);
      }
    }
  }

  private static int migration(Path file) {
    var name = MIGRATION.matcher(file.getFileName().toString());
    return name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }

  @ParameterizedTest
  @MethodSource("all")
  void theTestThatFindsItIsThereInItsOwnModule(Guard guard) throws IOException {
    assertTrue(guard.test().standsIn(Files.readString(ROOT.resolve(guard.test().file()))));
    assertEquals(guard.file().subpath(0, 2), guard.test().file().subpath(0, 2));
  }

  @Test
  void tenTenthsAreAll() {
    var tried =
        IntStream.range(100, 110)
            .boxed()
            .flatMap(number -> Choice.tenth(ALL, number).stream())
            .toList();

    assertEquals(ALL.size(), tried.size());
    assertEquals(new HashSet<>(ALL), new HashSet<>(tried));
  }
}
