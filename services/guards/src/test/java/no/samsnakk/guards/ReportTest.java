package no.samsnakk.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import no.samsnakk.guards.Verdict.Broken;
import no.samsnakk.guards.Verdict.Found;
import no.samsnakk.guards.Verdict.Missed;
import org.junit.jupiter.api.Test;

/** A guard is found by a test that fails, and by nothing else that goes wrong. */
class ReportTest {
  private static final NamedTest TEST =
      new NamedTest(Path.of("services/messaging/src/test/java/LocksTest.java"), "waits");
  private static final NamedTest OF_THE_WEB =
      new NamedTest(Path.of("services/web/src/x.test.ts"), "R3: asks");

  private static Verdict of(NamedTest test, String... cases) {
    return Report.of(test, List.of("<testsuite>" + String.join("", cases) + "</testsuite>"));
  }

  private static String run(String name, String inside) {
    return "<testcase classname='no.samsnakk.LocksTest' name='%s'>%s</testcase>"
        .formatted(name, inside);
  }

  @Test
  void aFailedAssertionIsFound() {
    var assertion =
        "<failure>expected 1\n\tat no.samsnakk.LocksTest.waits(LocksTest.java:7)</failure>";

    assertEquals(new Found(), of(TEST, run("waits", assertion)));
  }

  @Test
  void soIsWaitingInVain() {
    var inVain =
        "<error>not within 10 s\n"
            + "\tat no.samsnakk.LocksTest.lambda$waits$0(LocksTest.java:8)</error>";

    assertEquals(new Found(), of(TEST, run("waits", inVain)));
  }

  @Test
  void ofATestWithParametersOneFailureIsEnough() {
    var failure = "<failure>\tat no.samsnakk.LocksTest.waits(LocksTest.java:7)</failure>";

    assertEquals(
        new Found(), of(TEST, run("waits(String)[1]", ""), run("waits(String)[2]", failure)));
  }

  @Test
  void whatPassesIsMissed() {
    assertEquals(new Missed(), of(TEST, run("waits", ""), run("another", "<failure/>")));
  }

  @Test
  void whatCouldNotBeginShowsNothing() {
    var boot = "<error>Failed to start quarkus\n\tat io.quarkus.Runner.run(Runner.java:1)</error>";

    assertEquals(new Broken("the test could not begin"), of(TEST, run("waits", boot)));
    assertEquals(new Broken("the test did not run"), of(TEST, run("", boot)));
    assertEquals(new Broken("the test did not run"), Report.of(TEST, List.of()));
    assertEquals(new Broken("the test was skipped"), of(TEST, run("waits", "<skipped/>")));
  }

  @Test
  void aTestOfTheWebIsKnownByItsName() {
    var passed = "<testcase classname='src/x.test.ts' name='filling &gt; R3: asks'/>";
    var failed = "<testcase classname='src/x.test.ts' name='R3: asks'><failure/></testcase>";

    assertEquals(new Missed(), of(OF_THE_WEB, passed));
    assertEquals(new Found(), of(OF_THE_WEB, failed));
  }
}
