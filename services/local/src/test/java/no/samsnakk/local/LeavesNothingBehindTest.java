package no.samsnakk.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.samsnakk.local.process.Child;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The all-in-one as a process of its own, stopped in kind and unkind ways. */
class LeavesNothingBehindTest {
  @TempDir Path state;

  private AllInOneProcess samsnakk;

  @BeforeEach
  void up() throws Exception {
    samsnakk = AllInOneProcess.start(state, Map.of(), "postgres,mail");
    samsnakk.awaitLine("Stop with");
  }

  @AfterEach
  void end() {
    samsnakk.kill();
  }

  @Test
  void killedWithoutWarning_itsProcessesEndToo() throws Exception {
    List<ProcessHandle> children = samsnakk.everythingBelow();
    assertTrue(children.size() > 2, "PostgreSQL and the reaper at least");

    samsnakk.kill();

    for (ProcessHandle child : children) {
      child.onExit().get(20, SECONDS);
    }
  }

  @Test
  void toldToStop_itStopsInOrderAndReleasesItsFolder() throws Exception {
    List<ProcessHandle> children = samsnakk.everythingBelow();

    samsnakk.process().destroy();

    assertTrue(samsnakk.process().waitFor(30, SECONDS));
    assertEquals(143, samsnakk.process().exitValue());
    for (ProcessHandle child : children) {
      child.onExit().get(20, SECONDS);
    }
    assertFalse(Files.exists(state.resolve("run/pid")));
    assertTrue(Files.readString(state.resolve("logs/postgres.log")).contains("shut down"));
  }

  @Test
  void aSecondOneInTheSameFolderIsRefused() throws Exception {
    AllInOneProcess second = AllInOneProcess.start(state, Map.of(), "mail");

    assertEquals(Refusal.ALREADY_RUNNING.exitCode(), second.process().waitFor());
  }

  @Test
  void whatAnEarlierRunLeftBehindIsEndedByTheNext_andNobodyElse() throws Exception {
    Path log = state.resolve("sleep.log");
    Home home = new Home(Home.find().root(), state.resolve("other"));
    try (Child leftOver = Child.start("left", List.of("sleep", "300"), Map.of(), state, log);
        Child other = Child.start("other", List.of("sleep", "300"), Map.of(), state, log)) {
      Children.of(home).add(leftOver);
      Files.writeString(
          home.state().resolve("run/children"),
          Files.readString(home.state().resolve("run/children")) + other.pid() + " 0 other\n");

      List<String> ended = Children.of(home).endLeftOvers();

      assertEquals(List.of("left"), ended);
      assertFalse(leftOver.process().isAlive());
      assertTrue(other.process().isAlive());
    }
  }

  @Test
  void aPartThatDiesIsStartedAgain() throws Exception {
    long postgres = Long.parseLong(Files.readString(state.resolve("run/children")).split(" ")[0]);

    ProcessHandle.of(postgres).orElseThrow().destroyForcibly();

    samsnakk.awaitLine("starting it again");
    samsnakk.awaitLine("✓ postgres");
  }
}
