package no.samsnakk.notifications.wakeup;

import static no.samsnakk.notifications.story.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.notifications.story.MailBox;
import no.samsnakk.notifications.story.Person;
import no.samsnakk.notifications.story.Room;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody is told of what was taken back. */
@QuarkusTest
@WithTestResource(World.class)
class RetractionTest {
  private final Story story = new Story();
  private final Person are = story.person("Are Nordmann");
  private final Person kari = story.person("Kari Kommunepsykolog");
  private final Person frida = story.person("Frida Fastlege");
  private final Room room = story.oldRoom(are, kari, frida);

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void what_is_taken_back_within_the_delay_is_told_to_nobody() {
    room.takesBack(are, room.writes(are));

    story.timePasses();
    assertThat(kari.mailBox().letters()).isEmpty();
    assertThat(frida.mailBox().letters()).isEmpty();
    assertThat(wakeups()).isZero();
  }

  @Test
  void who_has_another_message_to_read_is_told_of_that() {
    var one = room.writes(are);
    room.writes(are);

    room.takesBack(are, one);

    eventually(() -> frida.mailBox().count() == 1 && kari.mailBox().count() == 1);
  }

  @Test
  void of_two_messages_that_were_both_taken_back_nobody_is_told() {
    var one = room.writes(are);
    var other = room.writes(are);

    room.takesBack(are, other);
    room.takesBack(are, one);

    story.timePasses();
    assertThat(frida.mailBox().letters()).isEmpty();
    assertThat(wakeups()).isZero();
  }

  @Test
  void who_has_read_all_but_what_was_taken_back_is_not_told() {
    room.writes(are);
    var taken = room.writes(are);
    holds(2);

    room.reads(frida, 1);
    room.takesBack(are, taken);
    room.reads(kari, 1);

    holds(0);
    story.timePasses();
    assertThat(frida.mailBox().letters()).isEmpty();
    assertThat(kari.mailBox().letters()).isEmpty();
  }

  @Test
  void R12_what_is_told_again_after_it_was_taken_back_wakes_nobody() {
    var message = room.writes(are);
    var retraction = room.takesBack(are, message);
    story.tell(message);
    story.tell(retraction);
    story.tell(message);

    story.timePasses();
    assertThat(frida.mailBox().letters()).isEmpty();
    assertThat(wakeups()).isZero();
  }

  @Test
  void R12_what_is_told_only_after_it_was_taken_back_wakes_nobody_and_the_next_message_does() {
    var message = room.message(are);
    room.takesBack(are, message);
    story.tell(message);
    story.timePasses();
    assertThat(frida.mailBox().letters()).isEmpty();

    room.writes(are);

    eventually(() -> frida.mailBox().count() == 1);
  }

  @Test
  void what_is_taken_back_while_its_letter_is_on_its_way_is_not_tried_again() {
    frida.mailBox().isHeld();
    var message = room.writes(are);
    eventually(() -> frida.mailBox().isWaitedFor());

    room.takesBack(are, message);

    holds(0);
    frida.mailBox().refuses(1);
    frida.mailBox().isLetGo();
    eventually(
        () ->
            Story.count("notifications.delivery where person_id = '" + frida.personId() + "'")
                == 0);
    assertThat(frida.mailBox().letters()).isEmpty();
  }

  @Test
  void what_was_told_is_a_reason_no_longer_when_it_is_taken_back_and_what_comes_is_told_anew() {
    var message = room.writes(are);
    eventually(() -> frida.mailBox().count() == 1);

    room.takesBack(are, message);
    holds(0);
    room.writes(are);

    eventually(() -> frida.mailBox().count() == 2);
  }

  @Test
  void who_reads_slowly_what_she_was_told_of_is_not_told_again_for_what_was_taken_back_since() {
    room.writes(are);
    room.writes(are);
    room.hasTold(frida, 2);
    room.takesBack(are, room.writes(are));

    room.reads(frida, 1);

    story.timePasses();
    assertThat(frida.mailBox().letters()).hasSize(1);
  }

  @Test
  void whom_a_question_names_is_told_of_it_although_a_message_beside_it_was_taken_back() {
    var message = room.writes(are);
    room.asks(are, frida);

    room.takesBack(are, message);

    eventually(() -> frida.mailBox().count() == 1);
    story.timePasses();
    assertThat(kari.mailBox().letters()).isEmpty();
  }

  @Test
  void a_question_that_she_has_not_seen_stays_when_all_that_came_after_it_was_taken_back() {
    var right = new MailBox("right-" + frida.email());
    room.asks(are, frida);
    room.hasTold(frida);
    room.writes(kari);
    room.reads(frida, 2, 2);
    eventually(() -> Story.count(hers()) == 0);
    var taken = room.writes(kari);
    eventually(() -> Story.count(hers()) == 1);

    story.changesAddress(frida, right.address());
    room.takesBack(kari, taken);

    eventually(() -> right.count() == 1);
    room.reads(frida, 1, 1);
    eventually(() -> Story.count(hers()) == 0);
  }

  @Test
  void what_came_before_the_news_of_its_room_and_was_taken_back_wakes_nobody() {
    var other = story.proposedRoom(are, kari, frida);
    eventually(() -> are.mailBox().count() == 1);
    var early = other.later(other.message(are));
    var late = other.later(other.message(are));
    story.tell(early);
    eventually(() -> Story.count("notifications.early_message" + of(other)) == 1);

    story.tell(other.as(EntryClass.AMENDS, other.later(other.retraction(are, early))));
    eventually(() -> Story.count("notifications.early_message" + of(other)) == 0);
    story.tell(other.as(EntryClass.AMENDS, other.later(other.retraction(are, late))));
    story.tell(late);
    other.patientApproves();

    eventually(() -> Story.count("notifications.member" + of(other)) == 3);
    assertThat(Story.count("notifications.wakeup" + of(other) + " and kind = 'MESSAGE'")).isZero();
  }

  @Test
  void who_never_reads_is_woken_for_all_between_beyond_a_hundred_stretches() {
    for (int i = 0; i < 101; i++) {
      room.writes(are);
      room.message(are);
    }
    eventually(() -> Story.count(hers() + " and last_seq = 201") == 1);
    room.writes(are);

    eventually(() -> Story.count(hers() + " and last_seq = 203") == 1);
    assertThat(Story.texts("select seqs from " + hers())).containsExactly("{[1,202),[203,204)}");
  }

  @Test
  void what_the_version_before_has_made_or_added_to_is_taken_for_more_than_it_is_and_stays() {
    var one = room.writes(are);
    holds(2);
    Story.asSuperuser(
        "update notifications.wakeup set last_seq = greatest(last_seq, 3)" + of(room));
    Story.asSuperuser(
        "delete from notifications.wakeup where person_id = '" + kari.personId() + "'");
    Story.asSuperuser(
        """
        insert into notifications.wakeup
          (person_id, room_id, kind, subject, first_seq, last_seq, due_at)
        values ('%s', '%s', 'MESSAGE', '%s', 2, 3, now())"""
            .formatted(kari.personId(), room.roomId(), room.roomId()));

    room.takesBack(are, one);

    eventually(() -> Story.count("notifications.retracted" + of(room)) == 1);
    assertThat(Story.texts("select seqs from " + messages() + " order by 1"))
        .containsExactly("{[2,4)}", "{[2,4)}");
  }

  private void holds(int wakeups) {
    eventually(() -> wakeups() == wakeups);
  }

  private long wakeups() {
    return Story.count(messages());
  }

  private String messages() {
    return "notifications.wakeup" + of(room) + " and kind = 'MESSAGE'";
  }

  private String hers() {
    return messages() + " and person_id = '" + frida.personId() + "'";
  }

  private static String of(Room room) {
    return " where room_id = '" + room.roomId() + "'";
  }
}
