package no.samsnakk.audit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a record cannot be read is told to the operator: in a log, where no name may stand. */
class ReadingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Are Nordmann",
        "{\"name\": \"Are Nordmann\"",
        "{\"name\": \"Are Nordmann\"}",
        "{\"type\": \"no.samsnakk.audit.recorded.v1\", \"data\": {\"reason\": \"Are Nordmann\"}}"
      })
  void R9_why_it_cannot_be_read_repeats_nothing_of_it(String value) {
    assertThat(Reading.of(value))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class, told -> assertThat(told.why()).doesNotContain("Nordmann"));
  }
}
