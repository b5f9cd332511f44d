package no.samsnakk.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void withoutWordsItIsTheBenchOfTheIssue() {
    var options = Options.parse();

    assertEquals(200, options.get(Setting.ROOMS));
    assertEquals(1000, options.get(Setting.SOCKETS));
    assertEquals(200, options.get(Setting.RATE));
    assertEquals(Duration.ofSeconds(60), options.seconds(Setting.SECONDS));
    assertFalse(options.has(Setting.SOAK));
  }

  @Test
  void whatIsSaidGoesBeforeWhatIsUsual() {
    var options = Options.parse("--runs", "3", "--seconds", "5");

    assertEquals(3, options.get(Setting.RUNS));
    assertEquals(Duration.ofSeconds(5), options.seconds(Setting.SECONDS));
    assertEquals(200, options.get(Setting.RATE));
  }

  @Test
  void longIsTenMinutesOfSoakAndOfTenThousandSocketsButForWhatIsSaid() {
    var options = Options.parse("--soak", "30", "--long");

    assertEquals(Duration.ofSeconds(30), options.seconds(Setting.SOAK));
    assertEquals(10_000, options.get(Setting.IDLE));
    assertEquals(Duration.ofMinutes(10), options.seconds(Setting.IDLE_SECONDS));
  }

  @Test
  void everySettingIsExplained() {
    for (var setting : Setting.values()) {
      assertTrue(Options.USAGE.contains("--" + setting.word()), setting.word());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--speed 3",
        "--runs",
        "--runs many",
        "--runs 0",
        "--rate -1",
        "rooms 3",
        "--slow-seconds 3"
      })
  void whatMakesNoSenseIsSaid(String line) {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> Options.parse(line.split(" ")));

    assertTrue(refused.getMessage().contains("number"));
  }
}
