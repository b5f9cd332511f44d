package no.samsnakk.notifications.intake;

import static no.samsnakk.notifications.story.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(World.class)
class IntakeTest {
  private final Story story = new Story();

  @AfterEach
  void close() {
    story.close();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "not JSON",
        "{}",
        "{\"type\":\"no.samsnakk.messaging.message-committed.v1\",\"data\":{\"seq\":1}}",
        "{\"type\":\"no.samsnakk.rooms.room-changed.v1\"}"
      })
  void a_record_that_cannot_be_read_is_set_aside_and_stops_nobody(String value) {
    long offset = story.send(Topics.MESSAGES, value);

    story.timePasses();

    assertThat(setAside(offset)).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"no.samsnakk.messaging.reaction-added.v1\"}"})
  void tomorrows_events_pass_by(String value) {
    long offset = story.send(Topics.MESSAGES, value);

    story.timePasses();

    assertThat(setAside(offset)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"no.samsnakk.messaging.messages-read.v1\",\"data\":{\"seq\":\"Are Nordmann\"}}"
      })
  void R9_where_it_lies_is_kept_and_not_what_it_said(String value) {
    long offset = story.send(Topics.MESSAGES, value);

    eventually(() -> setAside(offset) == 1);

    assertThat(Story.count("notifications.set_aside t where t::text like '%Nordmann%'")).isZero();
  }

  private static long setAside(long offset) {
    return Story.count(
        "notifications.set_aside where topic = '%s' and partition = 0 and \"offset\" = %d"
            .formatted(Topics.MESSAGES, offset));
  }
}
