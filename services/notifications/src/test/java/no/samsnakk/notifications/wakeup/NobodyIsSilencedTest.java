package no.samsnakk.notifications.wakeup;

import static no.samsnakk.notifications.story.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.notifications.story.MailBox;
import no.samsnakk.notifications.story.Person;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Giving up on a channel is never giving up on a person. */
@QuarkusTest
@WithTestResource(World.class)
class NobodyIsSilencedTest {
  private final Story story = new Story();
  private final Person are = story.person("Are Nordmann");
  private final Person vera = story.personWithoutEmail("Vera Veileder");

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void she_is_told_when_something_has_gone_and_not_before() {
    var phone = vera.subscribesInABrowser("well");
    phone.isHeld();

    story.oldRoom(are, vera).writes(are);

    eventually(() -> phone.count() > 0);
    assertThat(told(vera)).isZero();
    phone.isLetGo();
    eventually(() -> told(vera) == 1);
  }

  @Test
  void a_push_service_that_was_down_for_longer_than_we_try_is_tried_again_after_a_rest() {
    var phone = vera.subscribesInABrowser("down-for-long");

    story.oldRoom(are, vera).writes(are);

    eventually(() -> told(vera) == 1);
    assertThat(phone.count()).as("three attempts twice, and the one that went").isEqualTo(7);
  }

  @Test
  void so_is_a_mail_server_that_would_not_take_her_letter() {
    var sara = story.person("Sara Saksbehandler");
    sara.mailBox().refuses(4);

    story.oldRoom(are, sara).writes(are);

    eventually(() -> sara.mailBox().count() == 1);
  }

  @Test
  void so_is_one_that_would_not_take_a_proposals_letter() {
    var typed = new MailBox("t" + Ids.next().toString().replace("-", "") + "@mail.example");
    typed.refuses(4);

    story.proposedRoomTelling(typed.address(), story.personNobodyHasToldOf("nobody"));

    eventually(() -> typed.count() == 1);
    eventually(
        () ->
            Story.count(
                    "notifications.proposal_letter where email = '%s'".formatted(typed.address()))
                == 0);
  }

  @Test
  void who_had_no_channel_is_told_when_she_says_yes_in_a_browser() {
    story.oldRoom(are, vera).writes(are);
    restsForLong(vera);

    var phone = vera.subscribesInABrowser("well");

    eventually(() -> phone.count() == 1);
    story.timePasses();
    assertThat(phone.count()).isEqualTo(1);
  }

  @Test
  void and_when_she_has_an_address() {
    var per = story.personWithoutEmail("Per Eksempel");
    story.oldRoom(are, per).writes(are);
    restsForLong(per);

    directorySays(per, per.email());

    eventually(() -> per.mailBox().count() == 1);
  }

  @Test
  void whose_only_browser_is_gone_is_told_in_the_next_one() {
    var gone = vera.subscribesInABrowser("gone");
    story.oldRoom(are, vera).writes(are);
    eventually(() -> gone.count() == 1);
    restsForLong(vera);

    var phone = vera.subscribesInABrowser("well");

    eventually(() -> phone.count() == 1);
  }

  @Test
  void a_browser_that_says_yes_once_more_is_no_new_one() {
    var phone = vera.subscribesInABrowser("broken");
    story.oldRoom(are, vera).writes(are);
    restsForLong(vera);
    int before = phone.count();

    vera.subscribes(phone.endpoint()).statusCode(204);

    story.timePasses();
    assertThat(phone.count()).isEqualTo(before);
  }

  @Test
  void whose_address_was_wrong_is_told_at_the_right_one_although_her_letter_was_taken() {
    var frida = story.person("Frida Fastlege");
    story.oldRoom(are, frida).writes(are);
    eventually(() -> frida.mailBox().count() == 1);
    var right = new MailBox("r" + Ids.next().toString().replace("-", "") + "@mail.example");

    directorySays(frida, right.address());

    eventually(() -> right.count() == 1);
    story.timePasses();
    assertThat(right.letters()).hasSize(1);
    assertThat(frida.mailBox().letters()).hasSize(1);
  }

  @Test
  void what_she_has_read_is_not_told_at_a_new_address() {
    var frida = story.person("Frida Fastlege");
    var room = story.oldRoom(are, frida);
    room.writes(are);
    eventually(() -> frida.mailBox().count() == 1);
    room.reads(frida);
    var right = new MailBox("r" + Ids.next().toString().replace("-", "") + "@mail.example");

    directorySays(frida, right.address());

    story.timePasses();
    assertThat(right.letters()).isEmpty();
  }

  @Test
  void a_new_browser_takes_nothing_from_the_delay() {
    story.oldRoom(are, vera).writes(are);
    eventually(() -> Story.count(hers(vera) + " and kind = 'MESSAGE'") == 1);
    Story.asSuperuser(
        "update %s".formatted(hers(vera).replace(" where", " set due_at = now() + '1 h' where")));

    var phone = vera.subscribesInABrowser("well");

    story.timePasses();
    assertThat(phone.count()).isZero();
  }

  @Test
  void who_has_read_in_the_room_is_not_told_later_that_she_was_approved() {
    var room = story.room(are, vera);
    restsForLong(vera);
    room.writes(are);
    room.reads(vera);
    eventually(
        () ->
            Story.count("notifications.read_mark where person_id = '%s'".formatted(vera.personId()))
                == 1);

    var phone = vera.subscribesInABrowser("well");

    story.timePasses();
    assertThat(phone.count()).isZero();
  }

  private void directorySays(Person person, String address) {
    story.tell(new PersonChanged(person.personId(), 2, person.name(), address, List.of()));
  }

  /** As if nothing had reached her for days. */
  private static void restsForLong(Person person) {
    eventually(() -> Story.count(hers(person) + " and rounds > 0") > 0);
    Story.asSuperuser(
        "update %s and rounds > 0"
            .formatted(
                hers(person)
                    .replace(" where", " set due_at = now() + '1 day', planned_at = null where")));
  }

  private static long told(Person person) {
    return Story.count(hers(person) + " and kind = 'MESSAGE' and told_at is not null");
  }

  private static String hers(Person person) {
    return "notifications.wakeup where person_id = '%s'".formatted(person.personId());
  }
}
