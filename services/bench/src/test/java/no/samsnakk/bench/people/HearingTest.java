package no.samsnakk.bench.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HearingTest {
  private final Hearing hearing = new Hearing();
  private final UUID message = UUID.randomUUID();

  @Test
  void knowsWhoIsOnTheSameInstance() {
    hearing.sent(message, 1);
    hearing.heard(message, 1, Instant.now());
    hearing.heard(message, 0, Instant.now().minusSeconds(3));

    var delivery = hearing.delivery();

    assertEquals(1, delivery.near().count());
    assertEquals(1, delivery.far().count());
    assertTrue(delivery.near().max() < 2_000);
    assertTrue(delivery.far().max() >= 2_990);
  }

  @Test
  void forgetsWhatWasTimedButNotWhereItWasSent() {
    hearing.sent(message, 1);
    hearing.heard(message, 1, Instant.now());

    hearing.anew();
    hearing.heard(message, 0, Instant.now());

    assertEquals(0, hearing.delivery().near().count());
    assertEquals(1, hearing.delivery().far().count());
  }
}
