package no.samsnakk.notifications.wakeup;

import static no.samsnakk.notifications.story.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import no.samsnakk.notifications.story.MailBox;
import no.samsnakk.notifications.story.Person;
import no.samsnakk.notifications.story.Room;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is woken by what is no message, and wakes those alone whom it names. */
@QuarkusTest
@WithTestResource(World.class)
class QuestionWakeupTest {
  private final Story story = new Story();
  private final Person are = story.person("Are Nordmann");
  private final Person kari = story.person("Kari Kommunepsykolog");
  private final Person frida = story.person("Frida Fastlege");

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void a_question_wakes_her_alone_who_is_asked() {
    var room = karisAndFridasRoom();

    room.asks(are, frida);

    eventually(() -> frida.mailBox().count() == 1);
    story.timePasses();
    assertThat(kari.mailBox().letters()).isEmpty();
    assertThat(are.mailBox().letters()).isEmpty();
  }

  @Test
  void who_has_seen_the_question_within_the_delay_is_not_told_and_who_saw_what_was_before_it_is() {
    var room = karisAndFridasRoom();
    room.writes(are);
    room.reads(frida);
    room.reads(kari);

    room.asks(are, frida, kari);
    room.reads(frida, 1);
    room.reads(kari);

    eventually(() -> frida.mailBox().count() == 1);
    story.timePasses();
    assertThat(kari.mailBox().letters()).isEmpty();
  }

  @Test
  void a_question_and_messages_beside_it_are_told_each_to_those_whom_they_concern() {
    var room = karisAndFridasRoom();

    room.asks(frida, kari);
    room.writes(kari);
    room.asks(are);

    eventually(() -> kari.mailBox().count() == 1 && frida.mailBox().count() == 1);
    assertThat(
            Story.texts(
                "select first_seq || '-' || last_seq from notifications.wakeup"
                    + " where kind = 'MESSAGE' and person_id = '"
                    + kari.personId()
                    + "'"))
        .containsExactly("1-1");
  }

  @Test
  void a_question_wakes_her_who_has_read_what_came_after_it_and_not_the_question() {
    var room = karisAndFridasRoom();
    room.asks(are, frida, kari);
    room.writes(are);

    room.reads(frida, 2, 2);
    room.reads(kari, 2, 2);
    room.reads(kari, 1, 1);

    eventually(() -> frida.mailBox().count() == 1);
    story.timePasses();
    assertThat(kari.mailBox().letters()).isEmpty();
    room.reads(frida, 1, 1);
    eventually(() -> Story.count(messageWakeups(room.roomId())) == 0);
    assertThat(frida.mailBox().letters()).hasSize(1);
  }

  @Test
  void who_was_told_of_a_question_that_she_has_not_seen_is_not_told_again_for_reading_on() {
    var room = karisAndFridasRoom();
    room.asks(are, frida);
    room.hasTold(frida);

    room.writes(kari);
    eventually(() -> Story.count(messageWakeups(room.roomId()) + " and last_seq = 2") == 2);
    room.reads(frida, 2, 2);
    story.timePasses();
    assertThat(frida.mailBox().letters()).hasSize(1);

    room.writes(kari);
    room.reads(frida, 3, 3);
    story.timePasses();
    assertThat(frida.mailBox().letters()).hasSize(1);

    room.writes(kari);
    eventually(() -> frida.mailBox().count() == 2);
  }

  @Test
  void who_was_told_where_she_does_not_read_is_told_again_at_the_right_address() {
    var room = karisAndFridasRoom();
    room.asks(are, frida);
    room.hasTold(frida);
    room.writes(kari);
    room.reads(frida, 2, 2);
    eventually(() -> Story.count(addressed(room.roomId()) + " and known") == 1);
    eventually(() -> Story.count(messageWakeups(room.roomId(), frida)) == 0);
    var right = new MailBox("right-" + frida.email());

    story.changesAddress(frida, right.address());

    eventually(() -> right.count() == 1);
    room.reads(frida, 1, 1);
    eventually(() -> Story.count(messageWakeups(room.roomId(), frida)) == 0);
  }

  @Test
  void who_saw_a_question_before_we_had_heard_that_she_can_is_not_woken_for_it() {
    var room = story.proposedRoom(are, kari, frida);
    eventually(() -> are.mailBox().count() == 1);
    story.tell(room.later(room.question(are, frida, kari)));
    room.reads(frida);
    eventually(() -> Story.count(addressed(room.roomId()) + " and seen") == 1);

    room.patientApproves();

    eventually(() -> Story.count(messageWakeups(room.roomId(), kari)) == 1);
    assertThat(Story.count(messageWakeups(room.roomId(), frida))).isZero();
  }

  @Test
  void R4_whoever_is_removed_is_not_named_by_anything_any_more() {
    var room = karisAndFridasRoom();
    var stranger = story.person("Sara Saksbehandler");
    room.asks(are, frida, kari, stranger);
    eventually(() -> Story.count(addressed(room.roomId())) == 2);

    room.removes(frida);

    eventually(() -> Story.count(addressed(room.roomId())) == 1);
  }

  @Test
  void R1_who_is_not_in_the_room_is_woken_by_nothing_whatever_an_event_says() {
    var room = karisAndFridasRoom();
    var stranger = story.person("Sara Saksbehandler");

    room.asks(are, stranger, frida);

    eventually(() -> frida.mailBox().count() == 1);
    story.timePasses();
    assertThat(stranger.mailBox().letters()).isEmpty();
  }

  @Test
  void R12_a_question_that_is_told_again_after_she_has_seen_it_wakes_nobody() {
    var room = karisAndFridasRoom();
    var question = room.asks(are, frida, kari);
    room.reads(frida, 1, 1);
    eventually(() -> Story.count(addressed(room.roomId()) + " and seen") == 1);

    story.tell(question);

    eventually(() -> kari.mailBox().count() == 1);
    story.timePasses();
    assertThat(frida.mailBox().letters()).isEmpty();
    assertThat(kari.mailBox().letters()).hasSize(1);
  }

  @Test
  void R4_who_is_in_the_room_again_is_not_woken_for_a_question_from_before_that_is_told_again() {
    var room = karisAndFridasRoom();
    var question = room.asks(are, frida, kari);
    room.removes(frida);
    room.invites(frida);
    room.patientApproves();
    eventually(() -> kari.mailBox().count() >= 1);
    eventually(() -> Story.count(member(room.roomId(), frida)) == 1);

    story.tell(question);
    room.writes(kari);

    eventually(() -> Story.count(messageWakeups(room.roomId(), frida)) == 1);
    assertThat(
            Story.texts(
                "select first_seq || '-' || last_seq from " + messageWakeups(room.roomId(), frida)))
        .containsExactly("2-2");
    assertThat(Story.count(addressed(room.roomId()))).isEqualTo(1);
  }

  @Test
  void what_she_says_herself_wakes_nobody_whom_it_names_as_her() {
    var room = karisAndFridasRoom();

    room.asks(are, are, frida);

    eventually(() -> frida.mailBox().count() == 1);
    story.timePasses();
    assertThat(are.mailBox().letters()).isEmpty();
    assertThat(Story.count(addressed(room.roomId()))).isEqualTo(1);
  }

  private Room karisAndFridasRoom() {
    return story.oldRoom(are, kari, frida);
  }

  private static String addressed(UUID roomId) {
    return "notifications.addressed where room_id = '%s'".formatted(roomId);
  }

  private static String member(UUID roomId, Person who) {
    return "notifications.member where room_id = '%s' and person_id = '%s' and since_epoch > 1"
        .formatted(roomId, who.personId());
  }

  private static String messageWakeups(UUID roomId) {
    return "notifications.wakeup where kind = 'MESSAGE' and room_id = '%s'".formatted(roomId);
  }

  private static String messageWakeups(UUID roomId, Person who) {
    return messageWakeups(roomId) + " and person_id = '%s'".formatted(who.personId());
  }
}
