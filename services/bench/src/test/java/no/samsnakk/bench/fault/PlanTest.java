package no.samsnakk.bench.fault;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A seed can be replayed, and leaves nothing out. */
class PlanTest {
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  @Test
  void theSameSeedMakesTheSamePlan() {
    assertEquals(Plan.of(7, FIVE_MINUTES, 2), Plan.of(7, FIVE_MINUTES, 2));
  }

  @Test
  void anotherSeedMakesAnother() {
    assertNotEquals(Plan.of(7, FIVE_MINUTES, 2).steps(), Plan.of(8, FIVE_MINUTES, 2).steps());
  }

  @Test
  void itLastsAsLongAsItShould() {
    var time = Plan.of(7, FIVE_MINUTES, 2).steps().stream().map(Plan.Step::time);

    assertTrue(time.reduce(Duration.ZERO, Duration::plus).compareTo(FIVE_MINUTES) >= 0);
  }

  @Test
  void everyKindOfFaultComesBeforeTheTimeIsUp() {
    var kinds =
        Plan.of(7, FIVE_MINUTES, 2).steps().stream()
            .map(it -> it.fault().getClass())
            .collect(toSet());

    assertEquals(Set.of(Fault.class.getPermittedSubclasses()), kinds);
  }

  @Test
  void theShortRunOfTheTestsLeavesNothingOutEither() {
    var plan = Plan.of(FaultsTest.SEED, FaultsTest.TIME, 2);
    var kinds = plan.steps().stream().map(it -> it.fault().getClass()).collect(toSet());

    assertEquals(Set.of(Fault.class.getPermittedSubclasses()), kinds);
  }

  @Test
  void aSeedAndATimeCanBeSaid() {
    var options = FaultOptions.parse(List.of("--faults", "--seconds", "60", "--seed", "7"));

    assertEquals(new FaultOptions(Duration.ofSeconds(60), 7, Duration.ZERO), options);
  }

  @Test
  void kafkaCanBeAwayAlone() {
    var options = FaultOptions.parse(List.of("--faults", "--kafka-away", "60"));

    var faults = options.plan(2).steps().stream().map(Plan.Step::fault).toList();

    assertEquals(List.of(new Fault.StopKafka(Duration.ofSeconds(60))), faults);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    Stream.of("--seconds 0", "--seconds", "--kafka-away 0", "--seed many", "--speed 3")
        .map(line -> List.of(line.split(" ")))
        .forEach(
            words -> assertThrows(IllegalArgumentException.class, () -> FaultOptions.parse(words)));
  }
}
