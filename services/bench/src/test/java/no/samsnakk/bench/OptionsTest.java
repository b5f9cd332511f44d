package no.samsnakk.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    assertEquals(200, options.rooms());
    assertEquals(1000, options.sockets());
    assertEquals(200, options.rate());
    assertEquals(Duration.ofSeconds(60), options.steady());
  }

  @Test
  void whatIsSaidGoesBeforeWhatIsUsual() {
    var options = Options.parse("--runs", "3", "--seconds", "5");

    assertEquals(3, options.runs());
    assertEquals(Duration.ofSeconds(5), options.steady());
    assertEquals(200, options.rate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--speed 3", "--runs", "--runs many", "--runs 0", "--rate -1"})
  void whatMakesNoSenseIsSaid(String line) {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> Options.parse(line.split(" ")));

    assertTrue(refused.getMessage().contains("number"));
  }
}
