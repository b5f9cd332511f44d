package no.samsnakk.messaging.reading.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import no.samsnakk.contracts.entry.AppointmentResponsePayload;
import no.samsnakk.messaging.story.Archive;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.writing.batch.Scope;
import org.junit.jupiter.api.Test;

/** What people have said of something is found by what it is about, however long the room is. */
@QuarkusTest
@WithTestResource(World.class)
class AnswersPlanTest {
  @Inject Pool pool;

  @Test
  void the_answers_are_found_without_reading_the_conversation() {
    try (var story = new Story()) {
      var are = story.person();
      var room = story.room(are);
      try (var archive = new Archive(room)) {
        var values =
            Tuple.of(
                new UUID[] {room},
                new Long[] {7L},
                new Long[] {9L},
                AppointmentResponsePayload.KIND);

        var plan = Archive.explain(pool, Scope.of(are.personId()), StandingReader.ANSWERS, values);

        if (Boolean.getBoolean("samsnakk.archive.tell")) {
          System.out.println(plan);
        }
        assertThat(plan).contains("entry_about").doesNotContain("Seq Scan on entry");
      }
    }
  }
}
