package no.samsnakk.bench.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.samsnakk.bench.history.Finding;
import no.samsnakk.bench.stage.Archive.Logged;
import org.junit.jupiter.api.Test;

/** What is read in the end. */
class ReportTest {
  @Test
  void aFigureStandsWithWhatIsAskedOfItItsMedianAndItsSpread() {
    var report = report(List.of(run(4, true), run(30, true), run(6, true)));

    assertTrue(report.contains("| steady p99, ms | under 30 | 6 | 4–30 | 4 | 30 | 6 |"), report);
    assertTrue(report.contains("Machine: a small one"), report);
  }

  @Test
  void aBrokenPromiseIsNotOverlooked() {
    assertTrue(report(List.of(run(4, false))).contains("NOT AS PROMISED"));
  }

  @Test
  void whatBelongsToOneRunStandsBelow() {
    var report = report(List.of(run(4, true), run(6, true)));

    assertTrue(report.indexOf("### Run 2 in detail") > report.indexOf("| steady"), report);
    assertTrue(report.contains("a table of 6"), report);
  }

  private static String report(List<Figures> runs) {
    return Report.markdown("a small one", List.of("conditions"), runs);
  }

  private static Figures run(double p99, boolean whole) {
    var phase =
        new Measured(
            List.of(new Figure("steady p99, ms", "under 30", p99)),
            List.of("a table of " + Rounded.text(p99)));
    var logged = new Logged(whole ? 10 : 9, Duration.ofSeconds(1));
    Map<Finding.Kind, List<Finding>> findings = Map.of();
    return new Figures(List.of(phase), new Figures.Kept(10, 10, logged, findings), Map.of());
  }
}
