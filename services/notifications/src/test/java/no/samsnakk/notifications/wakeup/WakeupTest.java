package no.samsnakk.notifications.wakeup;

import static no.samsnakk.notifications.story.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.notifications.story.Person;
import no.samsnakk.notifications.story.Room;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(World.class)
class WakeupTest {
  private final Story story = new Story();
  private final Person are = story.person("Are Nordmann");
  private final Person kari = story.person("Kari Kommunepsykolog");
  private final Person frida = story.person("Frida Fastlege");

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void frida_has_no_window_open_and_gets_a_letter_and_are_who_wrote_gets_none() {
    var room = karisAndFridasRoom();

    room.writes(are);

    eventually(() -> frida.mailBox().count() == 1 && kari.mailBox().count() == 1);
    assertThat(are.mailBox().letters()).isEmpty();
  }

  @Test
  void who_reads_within_the_delay_is_not_told() {
    var room = karisAndFridasRoom();

    room.writes(are);
    room.reads(frida);

    story.timePasses();
    assertThat(frida.mailBox().letters()).isEmpty();
    assertThat(kari.mailBox().letters()).hasSize(1);
  }

  @Test
  void many_messages_are_one_letter_and_no_other_comes_until_she_has_read() {
    var room = karisAndFridasRoom();
    room.writes(are);
    room.writes(are);
    eventually(() -> frida.mailBox().count() == 1);

    room.writes(are);

    story.timePasses();
    assertThat(frida.mailBox().letters()).hasSize(1);
  }

  @Test
  void nobody_is_told_again_when_kafka_was_filled_anew_not_even_who_came_later() {
    var room = karisAndFridasRoom();
    var old = room.writes(are);
    eventually(() -> frida.mailBox().count() == 1 && kari.mailBox().count() == 1);
    room.reads(frida);
    var sara = story.person("Sara Saksbehandler");
    room.invites(sara);
    room.patientApproves();
    eventually(() -> sara.mailBox().count() == 1);

    story.tell(old);

    story.timePasses();
    assertThat(kari.mailBox().letters()).hasSize(1);
    assertThat(frida.mailBox().letters()).hasSize(1);
    assertThat(sara.mailBox().letters()).hasSize(1);
    var hers = "notifications.wakeup where kind = 'MESSAGE' and person_id = '%s'";
    assertThat(Story.count(hers.formatted(sara.personId()))).isZero();
  }

  @Test
  void once_she_has_read_she_is_told_of_what_comes_after() {
    var room = karisAndFridasRoom();
    room.writes(are);
    eventually(() -> frida.mailBox().count() == 1);
    room.reads(frida);

    room.writes(are);

    eventually(() -> frida.mailBox().count() == 2);
  }

  @Test
  void a_letter_remembers_what_it_told_of_and_forgets_what_was_read_before_it() {
    var room = karisAndFridasRoom();
    room.writes(are);
    eventually(() -> frida.mailBox().count() == 1);

    assertThat(
            Story.texts(
                "select told_of || ' ' || read_since from notifications.wakeup where person_id = '"
                    + frida.personId()
                    + "' and kind = 'MESSAGE'"))
        .containsExactly("1 false");
  }

  @Test
  void who_reads_slowly_what_she_was_told_of_is_told_of_what_comes_alone() {
    var room = karisAndFridasRoom();
    for (int i = 0; i < 4; i++) {
      room.writes(are);
    }
    room.hasTold(frida, 4);

    room.reads(frida, 1);
    story.timePasses();
    room.reads(frida, 3);
    story.timePasses();
    assertThat(frida.mailBox().count()).isEqualTo(1);

    room.writes(are);
    eventually(() -> frida.mailBox().count() == 2);
    room.writes(are);
    story.timePasses();
    assertThat(frida.mailBox().count()).isEqualTo(2);
  }

  @Test
  void who_reads_on_but_not_to_what_came_since_she_was_told_is_told_again() {
    var room = karisAndFridasRoom();
    room.writes(are);
    eventually(() -> frida.mailBox().count() == 1);
    room.writes(are);

    room.reads(frida, 1);

    eventually(() -> frida.mailBox().count() == 2);
  }

  @Test
  void two_rooms_at_once_are_one_letter() {
    var first = karisAndFridasRoom();
    var second = karisAndFridasRoom();

    var one = first.message(are);
    var other = second.message(are);
    story.tell(one);
    story.tell(other);

    story.timePasses();
    // Two looks may fall between the two, but never more letters than rooms.
    assertThat(frida.mailBox().count()).isBetween(1, 2);
  }

  @Test
  void what_is_no_row_of_its_own_wakes_nobody() {
    var room = karisAndFridasRoom();

    story.tell(room.as(EntryClass.SILENT, room.message(are)));
    story.tell(room.as(EntryClass.AMENDS, room.message(are)));
    story.timePasses();
    assertThat(frida.mailBox().count()).isZero();

    room.writes(are);
    eventually(() -> frida.mailBox().count() == 1);
  }

  @Test
  void R12_a_message_that_is_seen_twice_is_one_letter() {
    var room = karisAndFridasRoom();
    var message = room.writes(are);
    eventually(() -> frida.mailBox().count() == 1);

    story.tell(message);
    room.reads(frida);
    story.tell(message);

    story.timePasses();
    assertThat(frida.mailBox().letters()).hasSize(1);
  }

  @Test
  void R1_are_is_asked_when_a_room_is_proposed_and_nobody_else_hears_of_it() {
    story.proposedRoom(are, kari, frida);

    eventually(() -> are.mailBox().count() == 1);
    story.timePasses();
    assertThat(kari.mailBox().letters()).isEmpty();
    assertThat(frida.mailBox().letters()).isEmpty();
  }

  @Test
  void are_hears_that_somebody_waits_for_him_and_she_hears_that_he_has_approved() {
    var room = story.room(are);
    room.invites(frida);
    eventually(() -> are.mailBox().count() == 1);
    assertThat(frida.mailBox().letters()).isEmpty();

    room.patientApproves();

    eventually(() -> frida.mailBox().count() == 1);
  }

  @Test
  void are_who_answers_within_the_delay_is_not_reminded() {
    var room = story.room(are);
    room.invites(frida);
    room.patientApproves();

    eventually(() -> frida.mailBox().count() == 1);
    story.timePasses();
    assertThat(are.mailBox().letters()).isEmpty();
  }

  @Test
  void R4_who_was_removed_is_not_told_of_what_she_can_no_longer_read() {
    var room = karisAndFridasRoom();
    room.writes(are);
    room.removes(frida);
    room.writes(are);

    eventually(() -> kari.mailBox().count() == 1);
    story.timePasses();
    assertThat(frida.mailBox().letters()).isEmpty();
  }

  @Test
  void a_message_that_comes_before_the_news_of_its_room_is_not_forgotten() {
    var room = story.proposedRoom(are, kari, frida);
    eventually(() -> are.mailBox().count() == 1);
    var early = room.later(room.message(are));
    story.tell(early);
    eventually(
        () ->
            Story.count("notifications.early_message where room_id = '%s'".formatted(room.roomId()))
                == 1);

    room.patientApproves();

    eventually(() -> Story.count(messageWakeups(room.roomId())) == 2);
    eventually(() -> frida.mailBox().count() >= 1);
  }

  @Test
  void who_has_no_address_stops_nobody_else() {
    var per = story.personWithoutEmail("Per Eksempel");
    var room = story.room(are, per, frida);

    room.writes(are);

    eventually(() -> frida.mailBox().count() >= 1);
    assertThat(per.mailBox().letters()).isEmpty();
  }

  @Test
  void who_is_told_of_late_is_woken_late() {
    var sara = story.personNobodyHasToldOf("Sara Psykolog");
    var room = story.room(are, sara, frida);
    room.writes(are);
    eventually(() -> frida.mailBox().count() >= 1);

    story.tell(sara, sara.email());

    eventually(() -> sara.mailBox().count() == 1);
  }

  @Test
  void what_another_instance_has_taken_is_left_to_it() throws SQLException {
    var room = karisAndFridasRoom();
    var mine =
        "notifications.wakeup where kind = 'MESSAGE' and person_id = '%s'"
            .formatted(frida.personId());
    try (var other = Story.superuser()) {
      other.setAutoCommit(false);
      room.writes(are);
      eventually(() -> Story.count(mine) == 1);
      other.createStatement().execute("select * from %s for update".formatted(mine));

      eventually(() -> kari.mailBox().count() == 1);
      story.timePasses();
      assertThat(frida.mailBox().letters()).isEmpty();
      other.rollback();
    }

    eventually(() -> frida.mailBox().count() == 1);
  }

  @Test
  void R12_what_a_crash_left_half_sent_is_sent_again_once() throws SQLException {
    var room = karisAndFridasRoom();
    room.writes(are);
    eventually(() -> frida.mailBox().count() == 1);
    try (var crashed = Story.superuser()) {
      crashed
          .createStatement()
          .execute(
              """
              insert into notifications.delivery
                (person_id, channel, is_request, wakeup_ids, attempts, next_attempt_at)
              select person_id, 'EMAIL', false, array_agg(wakeup_id), 1, now()
              from notifications.wakeup where person_id = '%s' group by person_id"""
                  .formatted(frida.personId()));
    }

    eventually(() -> frida.mailBox().count() == 2);
    story.timePasses();
    assertThat(frida.mailBox().letters()).hasSize(2);
  }

  private Room karisAndFridasRoom() {
    return story.oldRoom(are, kari, frida);
  }

  private static String messageWakeups(UUID roomId) {
    return "notifications.wakeup where kind = 'MESSAGE' and room_id = '%s'".formatted(roomId);
  }
}
