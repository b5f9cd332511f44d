package no.samsnakk.bench.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import no.samsnakk.bench.measure.Latency;
import no.samsnakk.bench.people.Delivery;
import org.junit.jupiter.api.Test;

class WithoutKafkaTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Latency QUICK = new Latency(100, 4, 9, 20, 90);
  private static final Latency LATE = new Latency(100, 900, 4_000, 5_001, 6_000);
  private static final Latency NOTHING = new Latency(0, 0, 0, 0, 0);

  @Test
  void isKeptWhereEverybodyIsHeardInTime() {
    assertTrue(heard(QUICK, QUICK));
  }

  @Test
  void isBrokenWhereOneInAHundredIsLate() {
    assertFalse(heard(QUICK, LATE));
    assertFalse(heard(LATE, QUICK));
  }

  @Test
  void isBrokenWhereNobodyWasHeard() {
    assertFalse(heard(QUICK, NOTHING));
    assertFalse(heard(NOTHING, QUICK));
  }

  private static boolean heard(Latency near, Latency far) {
    return new WithoutKafka(100, new Delivery(near, far)).isHeardWithin(LIMIT);
  }
}
