package no.samsnakk.platform.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

class TraceBudgetTest {
  private final TraceBudget budget =
      new TraceBudget(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new FiveAtOnce());
  private final UUID vera = Ids.next();

  @Test
  void no_more_is_given_back_than_was_spent_where_the_price_is_more_than_anybody_has() {
    int spent = budget.require(vera, 50);
    assertThat(spent).isEqualTo(5);

    budget.giveBack(vera, spent - 3);
    assertThat(left()).isEqualTo(2);
  }

  @Test
  void what_needed_more_than_was_spent_takes_nothing_afterwards() {
    budget.require(vera, 1);
    budget.giveBack(vera, -3);
    assertThat(left()).isEqualTo(4);
  }

  private long left() {
    return Stream.generate(() -> budget.spend(vera)).takeWhile(had -> had).count();
  }

  private static class FiveAtOnce implements TraceConfig {
    @Override
    public Duration window() {
      return Duration.ofMinutes(10);
    }

    @Override
    public int burst() {
      return 5;
    }

    @Override
    public int perMinute() {
      return 1;
    }

    @Override
    public Duration sweep() {
      return Duration.ofSeconds(1);
    }
  }
}
