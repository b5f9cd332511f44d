package no.samsnakk.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NorwayTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-17T10:00, 2026-11-17T09:00:00Z",
    "2026-07-01T10:00, 2026-07-01T08:00:00Z",
    "2027-03-28T01:59, 2027-03-28T00:59:00Z",
    "2027-03-28T02:00, ",
    "2027-03-28T02:59, ",
    "2027-03-28T03:00, 2027-03-28T01:00:00Z",
    "2027-10-31T01:59, 2027-10-30T23:59:00Z",
    "2027-10-31T02:00, ",
    "2027-10-31T02:59, ",
    "2027-10-31T03:00, 2027-10-31T02:00:00Z",
  })
  void what_the_clocks_show_once_is_a_moment(String shown, @Nullable Instant moment) {
    assertEquals(Optional.ofNullable(moment), Norway.at(LocalDateTime.parse(shown)));
  }
}
