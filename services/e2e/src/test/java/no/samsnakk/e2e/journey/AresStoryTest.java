package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Participant;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.rooms.Next;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What Samsnakk is for: Are can't come, and four organisations find another time without ringing
 * each other; he sees all the while whom he waits for, and at the end what happens next.
 */
@Journey(oneStory = true)
@Order(17)
class AresStoryTest {
  private static final String PURPOSE = "Et rom der alle ser hva som skjer videre";
  private static final String HE_CANNOT = "Jeg kan ikke komme til timen den 11.";
  private static final String MEETING = "Samtale om jobb";
  private static final String NEW_TIME = "Ny time";
  private static final LocalDate DAY = LocalDate.now(ZoneId.of("Europe/Oslo")).plusDays(7);

  private final Patient are;
  private final Professional kari;
  private final Professional vera;
  private final Professional sara;
  private Room room = new Room("", "", "");
  private int taps;

  AresStoryTest(Cast cast) {
    are = cast.are();
    kari = cast.kari();
    vera = cast.vera();
    sara = cast.sara();
    cast.signIn(are, kari, vera, sara);
  }

  @Test
  @Order(1)
  void veraAndAreHaveATimeAlready() {
    room = kari.hasProposedARoomFor(are.who(), PURPOSE, vera, sara);
    are.letsEverybodyIn(room);
    for (var who : everybody()) {
      who.opens(room);
    }
    var veras = vera.appointments();
    veras.begin();
    veras.isFor(MEETING);
    veras.time(1, DAY, "10:30");
    veras.send();
    are.reads(MEETING);
    are.conversation().waitsAtTheTop("Vera foreslår tider");
    are.appointments().choose("10:30");
    kari.reads("Avtalt: ");
    everybody().forEach(it -> it.window().taps());
  }

  @Test
  @Order(2)
  void areCannotCome_andKariAsksSara_andHeSeesWhomHeWaitsFor() {
    are.writes(HE_CANNOT);
    are.window().taps();
    kari.reads(HE_CANNOT);
    kari.conversation().asks("Sara Psykolog");
    are.conversation().tells(HE_CANNOT, "Spørsmål til Sara Psykolog, Øyane DPS fra Kari");
    are.conversation().hasAtTheTop("Venter på 1 svar");
    are.window().inspectAndPicture("room-next");
    counts();
  }

  @Test
  @Order(3)
  void saraProposesTwoTimes_andSeesThatOneIsTaken_andAreTakesItAllTheSame() {
    var saras = sara.appointments();
    saras.begin();
    saras.isFor(NEW_TIME);
    saras.isAt("Øyane DPS");
    saras.time(1, DAY, "10:00");
    saras.time(2, DAY.plusDays(1), "12:00");
    saras.send();
    saras.tells("Are har en annen avtale da");
    are.conversation().tells(HE_CANNOT, "besvart");
    are.reads("Foreslo tider: " + NEW_TIME);
    are.appointments().tells("Du har en annen avtale da");
    are.window().inspectAndPicture("appointment-clash");
    are.appointments().choose("10:00");
    vera.reads("10:00–10:45. " + NEW_TIME);
    counts();
  }

  @Test
  @Order(4)
  void veraSeesThatItTouchesHerOwnMeetingAndMovesThat_andNothingClashesAnyMore() {
    vera.appointments().tells("Are har en annen avtale da");
    vera.appointments().does("Flytt", MEETING);
    vera.appointments().time(1, DAY.plusDays(2), "09:00");
    vera.appointments().send();
    counts();
    are.conversation().hasAtTheTop("1 forslag venter på deg");
    are.reads("Foreslo andre tider: " + MEETING);
    are.appointments().choose("09:00");
    vera.reads("09:00–09:45. " + MEETING);
    are.window().taps();
    assertThat(taps).as("taps of all of them together, beside the typing").isEqualTo(7);
  }

  @Test
  @Order(5)
  void whatHappensNextIsToldInTheRoom_andAcrossRooms() {
    are.conversation().hasAtTheTop("Avtalt");
    are.conversation().opensWhatHappensNext();
    are.window().inspectAndPicture("room-next-all");
    are.conversation().closesWhatHappensNext();
    are.opensMyRooms();
    are.window().inspectAndPicture("my-rooms-next");
    new Next(are.window())
        .openFromTheList()
        .agreed("10:00–10:45", NEW_TIME, "Øyane DPS", "Med Sara Psykolog")
        .agreed("09:00–09:45", MEETING, "Med Vera Veileder")
        .picture("next");
    new Next(vera.window()).open().agreed("09:00–09:45", MEETING, "Med Are Nordmann");
    vera.window().inspectAndPicture("next-professional");
  }

  private List<Participant> everybody() {
    return List.of(are, kari, vera, sara);
  }

  /** Since they were counted last. */
  private void counts() {
    taps += Stream.of(are, kari, vera, sara).mapToInt(it -> it.window().taps()).sum();
  }
}
