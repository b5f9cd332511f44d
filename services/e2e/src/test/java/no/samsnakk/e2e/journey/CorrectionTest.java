package no.samsnakk.e2e.journey;

import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What was written into the wrong room is gone before anybody has read it; what was read is said
 * otherwise or taken back, and whoever had read it still sees what it said.
 */
@Journey(oneStory = true)
@Order(16)
class CorrectionTest {
  private static final String PURPOSE = "Et rom der noen skriver feil";
  private static final String NOBODYS_NUMBER = "10915596784";
  private static final String WRONG_ROOM = "Nils er innlagt på post 4";
  private static final String TEN = "Møtet er klokken 10";
  private static final String TWELVE = "Møtet er klokken 12";

  private final Cast cast;
  private final Professional kari;
  private final Professional vera;
  private final Patient are;
  private Room room = new Room("", "", "");

  CorrectionTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    vera = cast.vera();
    are = cast.are();
  }

  @Test
  @Order(1)
  void whatKariWroteIntoTheWrongRoomIsGoneBeforeAnybodyHasReadIt() {
    room = cast.roomForAll(PURPOSE);
    var talk = kari.opens(room);
    talk.compose("Fødselsnummeret er " + NOBODYS_NUMBER);
    talk.warns("Det ser ut som et fødselsnummer.");
    kari.writes(WRONG_ROOM);

    kari.window().taps();
    kari.corrections().begin(WRONG_ROOM, "Trekk tilbake meldingen");
    kari.corrections().saysBefore("Ingen har lest den ennå");
    kari.corrections().inspect("message-retract");
    kari.corrections().confirms("Trekk tilbake meldingen");
    TapsTold.are("take back a message in the wrong room", kari.window());
    kari.reads("Du trakk tilbake denne meldingen.");

    are.opens(room);
    are.reads("Meldingen er trukket tilbake.");
    are.corrections().isNowhere(WRONG_ROOM);
    are.corrections().tells("Meldingen er trukket tilbake.", "Trukket tilbake");
    are.corrections().isNowhere(WRONG_ROOM);
    are.corrections().close();
  }

  @Test
  @Order(2)
  void whatAreHasReadIsSaidOtherwise_andHeSeesWhatItSaidBefore() {
    kari.writes(TEN);
    are.reads(TEN);
    kari.seesThatItIsReadBy("Are", TEN);

    kari.window().taps();
    kari.corrections().begin(TEN, "Rett meldingen");
    kari.corrections().writes(TWELVE);
    kari.corrections().inspect("message-edit");
    kari.corrections().confirms("Lagre rettelsen");
    TapsTold.are("change a message", kari.window());

    are.reads(TWELVE);
    are.corrections().isMarked(TWELVE, "rettet");
    kari.corrections().isMarked(TWELVE, "Lest av Are før den ble rettet");
    are.corrections().tells(TWELVE, TEN);
    are.corrections().inspect("message-edited");
    are.corrections().close();
  }

  @Test
  @Order(3)
  void whatIsTakenBackIsKeptForAre_andVeraWhoComesLaterSeesThatItWas() {
    kari.corrections().begin(TWELVE, "Trekk tilbake meldingen");
    kari.corrections().saysBefore("Are leste den før den ble rettet, og ser fortsatt det");
    kari.corrections().confirms("Trekk tilbake meldingen");
    are.corrections().isMarked("Meldingen er trukket tilbake.", "Meldingen er trukket tilbake.");
    are.conversation().hasNot(TWELVE);
    are.corrections().tells("Meldingen er trukket tilbake.", TEN);
    are.corrections().inspect("message-retracted");
    are.corrections().close();

    vera.opens(room);
    vera.corrections().tells("Meldingen er trukket tilbake.", "hadde du ikke lest det");
    vera.corrections().tellsNothingOf(TEN);
    vera.corrections().isNowhere(TWELVE);
    vera.corrections().close();
    are.asksWhoHasSeen(room)
        .tells("Kari Kommunepsykolog", "trakk tilbake en melding", "Askøy kommune");
  }

  @Test
  @Order(4)
  void areRepliesToWhatKariHasWritten_andItStandsOverHisReply() {
    are.opens(room);
    kari.writes("Kan du komme på tirsdag?");
    are.reads("Kan du komme på tirsdag?");
    are.corrections().begin("Kan du komme på tirsdag?", "Svar på meldingen");
    are.writes("Det passer fint");

    kari.reads("Det passer fint");
    kari.corrections().isMarked("Det passer fint", "Kan du komme på tirsdag?");
    are.corrections().isMarked("Det passer fint", "Kan du komme på tirsdag?");
    are.corrections().inspect("message-reply");
  }
}
