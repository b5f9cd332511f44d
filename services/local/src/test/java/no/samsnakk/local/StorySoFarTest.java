package no.samsnakk.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A start waits for its story, and not for ever. */
class StorySoFarTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void what_was_told_in_time_is_told() throws Exception {
    assertEquals(StorySoFar.TOLD, StorySoFar.within(LONG, CompletableFuture.completedFuture(true)));
    assertEquals(
        StorySoFar.NONE, StorySoFar.within(LONG, CompletableFuture.completedFuture(false)));
  }

  @Test
  void a_story_that_takes_longer_keeps_nobody_waiting() throws Exception {
    assertEquals(
        StorySoFar.UNDER_WAY, StorySoFar.within(Duration.ofMillis(1), new CompletableFuture<>()));
  }
}
