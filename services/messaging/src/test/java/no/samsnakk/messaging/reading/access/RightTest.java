package no.samsnakk.messaging.reading.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RightTest {
  @Test
  void why_two_seats_ended_is_said_only_where_both_ended_so() {
    assertThat(ended("SEAT_REMOVED").or(ended("SEAT_REMOVED")).endedBy()).isEqualTo("SEAT_REMOVED");
    assertThat(ended("SEAT_REMOVED").or(ended(null)).endedBy()).isNull();
    assertThat(ended(null).or(ended("CONSENT_WITHDRAWN")).endedBy()).isNull();
    assertThat(ended("SEAT_REMOVED").or(ended("CONSENT_WITHDRAWN")).endedBy()).isNull();
  }

  private static Right ended(@Nullable String by) {
    return new Right(null, false, false, by);
  }
}
