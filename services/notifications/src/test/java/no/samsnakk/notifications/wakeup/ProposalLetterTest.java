package no.samsnakk.notifications.wakeup;

import static no.samsnakk.notifications.story.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import no.samsnakk.notifications.story.MailBox;
import no.samsnakk.notifications.story.Person;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an address that a proposer typed is good for: one letter, and nothing after it. */
@QuarkusTest
@WithTestResource(World.class)
class ProposalLetterTest {
  private final Story story = new Story();

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void a_typed_address_gets_one_letter_whoever_the_number_belongs_to() {
    var known = story.person("Are Nordmann");
    var withoutAddress = story.personWithoutEmail("Per Eksempel");
    var unknown = story.personNobodyHasToldOf("nobody");
    for (var patient : List.of(known, withoutAddress, unknown)) {
      var typed = mailBox();
      story.proposedRoomTelling(typed.address(), patient);
      eventually(() -> typed.count() == 1);
      story.timePasses();
      assertThat(typed.letters()).hasSize(1);
      assertThat(nowhere(typed)).isTrue();
    }
    assertThat(known.mailBox().letters()).as("he hears by his own channel as well").hasSize(1);
  }

  @Test
  void what_he_typed_is_forgotten_and_the_next_proposers_address_is_used() {
    var her = story.personNobodyHasToldOf("her");
    var his = mailBox();
    var right = mailBox();
    story.proposedRoomTelling(his.address(), her).isTakenBack();

    var room = story.proposedRoomTelling(right.address(), her);

    eventually(() -> right.count() == 1);
    story.timePasses();
    assertThat(his.letters()).as("taken back within the delay").isEmpty();
    assertThat(nowhere(his)).isTrue();
    room.isDeclined();
    story.timePasses();
    assertThat(right.letters()).hasSize(1);
  }

  @Test
  void she_never_has_letters_at_an_address_that_somebody_else_typed() {
    var her = story.personNobodyHasToldOf("her");
    var his = mailBox();
    var room = story.proposedRoomTelling(his.address(), her);
    eventually(() -> his.count() == 1);

    story.tell(her, null);
    room.patientApproves();
    room.writes(story.person("Kari Kommunepsykolog"));

    story.timePasses();
    assertThat(his.letters()).hasSize(1);
  }

  @Test
  void an_address_that_is_his_own_as_well_gets_one_letter() {
    var are = story.person("Are Nordmann");

    story.proposedRoomTelling(are.email().toUpperCase(Locale.ROOT), are);

    eventually(() -> are.mailBox().count() == 1);
    story.timePasses();
    assertThat(are.mailBox().letters()).hasSize(1);
    assertThat(Story.count("notifications.proposal_letter")).isZero();
  }

  /** Else she would see by a letter to herself that he has blocked her (R9). */
  @Test
  void R9_a_letter_asked_for_in_vain_goes_too_but_not_to_the_patients_own_address() {
    var are = story.person("Are Nordmann");
    var hers = mailBox();

    story.roomProposedInVainTelling(hers.address(), are);
    story.roomProposedInVainTelling(are.email(), are);

    eventually(() -> hers.count() == 1);
    story.timePasses();
    assertThat(hers.letters()).hasSize(1);
    assertThat(are.mailBox().letters()).as("he is not asked").isEmpty();
  }

  @Test
  void kafka_filled_anew_sends_no_second_letter() {
    Person are = story.person("Are Nordmann");
    var typed = mailBox();
    var room = story.proposedRoomTelling(typed.address(), are);
    eventually(() -> typed.count() == 1);

    room.isToldAgain();

    story.timePasses();
    assertThat(typed.letters()).hasSize(1);
  }

  private static MailBox mailBox() {
    return new MailBox("t" + Ids.next().toString().replace("-", "") + "@mail.example");
  }

  private static boolean nowhere(MailBox typed) {
    return Story.count("notifications.proposal_letter where email = '" + typed.address() + "'") == 0
        && Story.count("notifications.person where email = '" + typed.address() + "'") == 0;
  }
}
