package no.samsnakk.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Path PAGE = Path.of("docs/guards/R4.md");
  private static final String SECTION =
      """
      # R4: No is no

      As the rule says.

      ## R4-lock

      A batch locks what it reads.

      In [`Batch`](../../services/messaging/Batch.java). Found by [`LocksTest.R4_waits`](../../services/messaging/LocksTest.java).

      ```diff
       stays
      -goes
      +comes
      ```
      """;

  private static List<Guard> read(String text) {
    return Pages.guards(PAGE, text).toList();
  }

  @Test
  void aSectionIsAGuard() {
    assertEquals(
        List.of(
            new Guard(
                "R4-lock",
                "A batch locks what it reads.",
                Path.of("services/messaging/Batch.java"),
                new NamedTest(Path.of("services/messaging/LocksTest.java"), "R4_waits"),
                List.of(new Change("stays\ngoes\n", "stays\ncomes\n")))),
        read(SECTION));
  }

  @Test
  void aTestOfTheWebIsCalledWhatItSays() {
    var section =
        SECTION.replaceAll(
            "Found by .*",
            "Found by [`x.test.ts`](../../services/web/x.test.ts): \"R3: it (twice)\".");

    assertEquals(
        new NamedTest(Path.of("services/web/x.test.ts"), "R3: it (twice)"),
        read(section).getFirst().test());
  }

  @Test
  void whatLacksSomethingIsNone() {
    for (var lacking : List.of("Found by", "In [", "```diff", "A batch locks what it reads.")) {
      assertThrows(IllegalStateException.class, () -> read(SECTION.replace(lacking, "")), lacking);
    }
  }

  @Test
  void whatStandsThereTwiceOrNotAtAllIsNotTakenOut() {
    var guard = read(SECTION).getFirst();

    assertEquals("a\nstays\ncomes\nb\n", guard.takenOutOf("a\nstays\ngoes\nb\n"));
    assertThrows(IllegalStateException.class, () -> guard.takenOutOf("stays\ncomes\n"));
    assertThrows(IllegalStateException.class, () -> guard.takenOutOf("stays\ngoes\nstays\ngoes\n"));
  }
}
