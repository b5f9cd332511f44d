package no.samsnakk.notifications.intake;

import static no.samsnakk.notifications.story.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.notifications.story.Person;
import no.samsnakk.notifications.story.Room;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes at once, in whatever order. */
@QuarkusTest
@WithTestResource(World.class)
class BatchTest {
  private final Story story = new Story();
  private final Person are = story.person("Are Nordmann");
  private final Person frida = story.person("Frida Fastlege");
  private final Room room = story.oldRoom(are, frida);
  @Inject Intake intake;

  @BeforeEach
  void the_room_is_known() {
    eventually(() -> count("member") == 2);
  }

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void a_message_and_that_it_is_taken_back_wake_nobody() {
    var message = room.message(are);

    taken(message, room.retraction(are, message));

    assertThat(count("wakeup where kind = 'MESSAGE' and")).isZero();
  }

  @Test
  void R12_nor_do_they_the_other_way_round_or_twice() {
    var message = room.message(are);
    var retraction = room.retraction(are, message);

    taken(retraction, message);
    taken(message, retraction, message);

    assertThat(count("wakeup where kind = 'MESSAGE' and")).isZero();
    assertThat(count("early_message")).isZero();
  }

  @Test
  void R4_who_is_removed_and_approved_again_at_once_is_woken_for_nothing_from_before() {
    taken(room.message(are));
    assertThat(count("wakeup where kind = 'MESSAGE' and")).isEqualTo(1);

    taken(room.removed(frida), room.approvedAgain(frida));

    assertThat(count("wakeup where kind = 'MESSAGE' and")).isZero();
    taken(room.message(are));
    assertThat(count("wakeup where kind = 'MESSAGE' and first_seq = 2 and")).isEqualTo(1);
  }

  @Test
  void who_was_there_all_the_time_is_woken_whatever_changes_at_once() {
    taken(room.message(are));

    taken(room.changed(), room.changed());

    assertThat(count("wakeup where kind = 'MESSAGE' and")).isEqualTo(1);
  }

  private void taken(EventData... events) {
    intake.take(story.atOnce(events)).await().indefinitely();
  }

  private long count(String what) {
    var where = what.contains(" where ") ? " " : " where ";
    return Story.count("notifications." + what + where + "room_id = '" + room.roomId() + "'");
  }
}
