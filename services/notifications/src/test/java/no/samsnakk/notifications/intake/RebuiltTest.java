package no.samsnakk.notifications.intake;

import static no.samsnakk.notifications.story.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.notifications.story.Room;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is in which room can be thrown away: the compacted topic has the last of everything. */
@QuarkusTest
@WithTestResource(World.class)
class RebuiltTest {
  private final Story story = new Story();
  @Inject Intake intake;

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void who_is_in_the_rooms_is_the_same_afterwards_and_nobody_is_told_again() {
    var are = story.person("Are Nordmann");
    var kari = story.person("Kari Lege");
    var ola = story.person("Ola Lege");
    var room = story.oldRoom(are, kari, ola);
    room.removes(ola);
    eventually(() -> Story.count("notifications.member" + of(room)) == 2);
    var before = known(room);
    var wakeups = Story.count("notifications.wakeup" + of(room));
    Story.asSuperuser("truncate notifications.person, notifications.room");
    Story.asSuperuser("delete from notifications.member" + of(room));

    intake.take(Story.compacted(Topics.ROOMS)).await().indefinitely();

    // Since when they are members is as of the last that is known.
    assertThat(known(room)).isEqualTo(before);
    assertThat(before).hasSize(4);
    assertThat(Story.count("notifications.wakeup" + of(room))).isEqualTo(wakeups);
  }

  @Test
  void what_is_older_than_an_event_is_told_again_for_says_how_things_are_and_writes_to_nobody() {
    var id = Ids.next();
    var moved =
        new PersonChanged(id, 7, "Are Nordmann", "new@mail.example", List.of(), "old@mail.example");

    story.toldAt(Instant.now().minus(Batch.TOLD_AGAIN_FOR).minus(Duration.ofDays(1)), moved);

    eventually(() -> Story.count("notifications.person where person_id = '" + id + "'") == 1);
    assertThat(Story.count("notifications.delivery where person_id = '" + id + "'")).isZero();
  }

  private static List<String> known(Room room) {
    return Stream.of(
            "select person_id || ' ' || version || ' ' || email from notifications.person where"
                + " person_id in (select person_id from notifications.member"
                + of(room)
                + ") order by 1",
            "select person_id::text from notifications.member" + of(room) + " order by 1")
        .flatMap(query -> Story.texts(query).stream())
        .toList();
  }

  private static String of(Room room) {
    return " where room_id = '" + room.roomId() + "'";
  }
}
