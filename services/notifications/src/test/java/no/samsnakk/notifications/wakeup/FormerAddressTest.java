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

/** Somebody has found Vera's phone, and has her letters go to himself: she hears of it. */
@QuarkusTest
@WithTestResource(World.class)
class FormerAddressTest {
  private final Story story = new Story();
  private final Person vera = story.person("Vera Veileder");
  private final MailBox his = new MailBox("h" + Ids.next().toString().replace("-", "") + "@m.no");

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void the_address_before_is_told_once_and_the_new_one_is_not() {
    story.changesAddress(vera, his.address());

    eventually(() -> vera.mailBox().count() == 1);
    story.timePasses();
    assertThat(vera.mailBox().letters()).hasSize(1);
    assertThat(his.letters()).isEmpty();
  }

  @Test
  void an_address_that_is_hers_again_before_its_letter_could_go_is_told_nothing() {
    // Nothing can be taken to be sent.
    Story.asSuperuser("revoke select on notifications.proposal_letter from samsnakk_notifications");
    try {
      story.changesAddress(vera, his.address());
      story.takesAddressBack(vera, his.address());
      eventually(() -> Story.count("notifications.delivery where " + formerly(his.address())) == 1);
    } finally {
      Story.asSuperuser("grant select on notifications.proposal_letter to samsnakk_notifications");
    }

    eventually(() -> his.count() == 1);
    eventually(() -> Story.count("notifications.delivery where " + formerly(vera.email())) == 0);
    assertThat(vera.mailBox().letters()).isEmpty();
  }

  @Test
  void a_mail_server_that_would_not_take_it_is_tried_again_after_a_rest() {
    vera.mailBox().refuses(4);

    story.changesAddress(vera, his.address());

    eventually(() -> vera.mailBox().count() == 1);
  }

  @Test
  void R9_where_none_can_be_told_the_address_does_not_stay_for_ever() {
    vera.mailBox().refuses(1_000);

    story.changesAddress(vera, his.address());

    eventually(() -> Story.count("notifications.delivery where " + formerly(vera.email())) == 1);
    eventually(() -> Story.count("notifications.delivery where " + formerly(vera.email())) == 0);
    assertThat(vera.mailBox().count()).isZero();
  }

  @Test
  void R9_it_says_neither_who_nor_where_to() {
    story.changesAddress(vera, his.address());
    eventually(() -> vera.mailBox().count() == 1);

    assertThat(vera.mailBox().letters().getFirst())
        .contains("Subject: Noe er endret i Samsnakk")
        .contains("http://localhost:8080", "Something has changed in Samsnakk")
        .doesNotContain(his.address(), vera.personId().toString())
        .doesNotContainIgnoringCase("Veileder");
  }

  @Test
  void she_is_told_where_the_address_was_taken_back_as_well() {
    story.changesAddress(vera, null);

    eventually(() -> vera.mailBox().count() == 1);
  }

  @Test
  void R9_nothing_of_it_stays_when_the_letter_has_gone() {
    story.changesAddress(vera, his.address());
    eventually(() -> vera.mailBox().count() == 1);

    eventually(() -> Story.count("notifications.delivery where " + formerly(vera.email())) == 0);
  }

  private static String formerly(String address) {
    return "former_email = '" + address + "'";
  }

  @Test
  void R12_what_is_heard_again_is_not_told_again() {
    var news = story.changesAddress(vera, his.address());
    eventually(() -> vera.mailBox().count() == 1);

    story.tell(news);

    story.timePasses();
    assertThat(vera.mailBox().letters()).hasSize(1);
  }

  @Test
  void what_the_directory_changes_is_not_told() {
    var frida = story.person("Frida Fastlege");
    story.tell(new PersonChanged(frida.personId(), 2, frida.name(), his.address(), List.of()));
    story.timePasses();

    assertThat(frida.mailBox().letters()).isEmpty();
  }
}
