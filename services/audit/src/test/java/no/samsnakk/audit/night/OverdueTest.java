package no.samsnakk.audit.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverdueTest {
  private static final Instant START = Instant.parse("2026-11-26T20:00:00Z");

  private Instant now = START;
  private final List<String> told = new ArrayList<>();
  private final Overdue overdue = new Overdue(() -> now, told::add);

  @Test
  void what_was_done_the_night_before_is_not() {
    looks(Duration.ofHours(2), START.minus(Duration.ofHours(33)));

    assertThat(told).isEmpty();
    assertThat(overdue.gauge()).isZero();
  }

  @Test
  void what_was_not_done_for_a_day_and_a_half_is_told_once_an_hour() {
    looks(Duration.ofHours(36), START);
    assertThat(told).isEmpty();

    looks(Duration.ofHours(37), START);
    looks(Duration.ofHours(37).plusMinutes(59), START);
    assertThat(told).containsExactly(START.toString());
    assertThat(overdue.gauge()).isEqualTo(1);

    looks(Duration.ofHours(38), START);
    assertThat(told).hasSize(2);
  }

  @Test
  void what_was_never_done_is_told_when_there_was_time_for_it() {
    now = START.plus(Duration.ofMinutes(59));
    overdue.look(Optional.empty());
    assertThat(told).isEmpty();

    now = START.plus(Duration.ofHours(1));
    overdue.look(Optional.empty());
    assertThat(told).containsExactly("never");
  }

  @Test
  void once_it_is_done_it_is_over() {
    looks(Duration.ofHours(37), START);
    looks(Duration.ofHours(38), START.plus(Duration.ofHours(37)));

    assertThat(overdue.gauge()).isZero();
    assertThat(told).hasSize(1);
  }

  private void looks(Duration after, Instant last) {
    now = START.plus(after);
    overdue.look(Optional.of(last));
  }
}
