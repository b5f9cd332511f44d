package no.samsnakk.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checkout is never touched. */
class TreeTest {
  private static final Path CODE = Path.of("services/messaging/Batch.java");
  private static final Guard GUARD =
      new Guard(
          "R4-lock",
          "It locks.",
          CODE,
          new NamedTest(CODE, "waits"),
          List.of(new Change("lock\n", "")));

  @TempDir private Path checkout;
  @TempDir private Path folder;

  @BeforeEach
  void aCheckout() throws IOException {
    for (var file : List.of("pom.xml", "mvnw", ".mvn/x", "deploy/x", "docs/x", "services/x")) {
      write(checkout.resolve(file), "");
    }
    write(checkout.resolve(CODE), "read\nlock\nwrite\n");
    write(checkout.resolve("services/messaging/target/built"), "");
    write(checkout.resolve(".samsnakk/data/base"), "");
    assertTrue(checkout.resolve("mvnw").toFile().setExecutable(true));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aGuardIsOutUntilItIsPutBack() throws IOException {
    var tree = Tree.copyOf(checkout, folder);

    try (var without = tree.without(GUARD)) {
      assertEquals("read\nwrite\n", Files.readString(folder.resolve(CODE)));
      assertEquals("read\nlock\nwrite\n", Files.readString(checkout.resolve(CODE)));
    }
    assertEquals("read\nlock\nwrite\n", Files.readString(folder.resolve(CODE)));
  }

  @Test
  void onlyWhatIsWrittenByHandIsCopied() throws IOException {
    Tree.copyOf(checkout, folder);

    assertTrue(Files.isExecutable(folder.resolve("mvnw")));
    assertFalse(Files.exists(folder.resolve("services/messaging/target")));
    assertFalse(Files.exists(folder.resolve(".samsnakk")));
  }

  @Test
  void aTrialOfOneModuleDoesNotMeetWhatOneOfAnotherHasLeft() throws IOException {
    var tree = Tree.copyOf(checkout, folder);
    write(folder.resolve("services/platform/target/classes/no/Guarded.class"), "");
    write(folder.resolve("services/platform/target/lib/server"), "");
    write(folder.resolve("services/messaging/target/classes/no/Batch.class"), "");

    tree.forgetClassesBut("messaging");

    assertFalse(Files.exists(folder.resolve("services/platform/target/classes")));
    assertTrue(Files.exists(folder.resolve("services/platform/target/lib/server")));
    assertTrue(Files.exists(folder.resolve("services/messaging/target/classes/no/Batch.class")));
  }

  @Test
  void theNextCopyMendsWhatAnInterruptedOneLeft() throws IOException {
    var tree = Tree.copyOf(checkout, folder);
    tree.without(GUARD);
    write(folder.resolve("services/messaging/Gone.java"), "");
    write(folder.resolve("services/messaging/target/built"), "");

    Tree.copyOf(checkout, folder);

    assertEquals("read\nlock\nwrite\n", Files.readString(folder.resolve(CODE)));
    assertFalse(Files.exists(folder.resolve("services/messaging/Gone.java")));
    assertTrue(Files.exists(folder.resolve("services/messaging/target/built")));
  }
}
