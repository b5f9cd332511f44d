package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Participant;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.rooms.Participants;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.wire.Socket;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** "Nei, ikke nå" is no for now: the patient opens the room himself, and for whom he has named. */
@Journey
@Order(8)
class OpeningAgainTest {
  private static final String BEFORE = "Dette skrev vi før rommet ble stengt";
  private static final String AFTER = "Fint at rommet er åpent igjen";

  private final Cast cast;
  private final Professional kari;
  private final Professional frida;
  private final Professional vera;
  private final Patient are;

  OpeningAgainTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    frida = cast.frida();
    vera = cast.vera();
    are = cast.are();
  }

  @Test
  @Order(1)
  void whatWasDeclinedIsOpenedAgainWithoutAnybodyAsking() {
    cast.signIn(kari, frida, are);
    Room room = kari.hasProposedARoomFor(are.who(), "Et rom som kom for tidlig", frida);
    are.opensMyRooms().answerWhatWaits("Les og svar");
    are.window().tap(are.window().button("Nei, ikke nå"));
    are.consent().isDeclined(room);

    are.opensMyRooms().enter(room);
    are.consent().isDeclined(room).looksAgain("Kari", room).opensAgain();
    are.approvals().isShown();

    kari.opens(room).canBeWrittenIn();
    frida.seesNothingOf(room);
    are.approves(frida);
    kari.writes(AFTER);
    frida.opens(room);
    frida.reads(AFTER);
  }

  @Test
  @Order(2)
  void whatWasWithdrawnIsOpenedAgainAndWhoWasRemovedStaysOut() {
    Room room = cast.roomForAll("Et rom som stenges og åpnes");
    kari.opens(room).canBeWrittenIn();
    kari.writes(BEFORE);
    new Participants(are.window()).open(room).remove(vera.name());
    are.withdraws(room);
    kari.isCutOffBy(are);

    are.consent().looksAgain("Kari", room).opensAgain();
    are.approvals().isShown();

    kari.isLetInAgain().canBeWrittenIn();
    kari.reads(BEFORE);
    frida.seesNothingOf(room);
    vera.seesNothingOf(room);
    assertThat(refusalOfASendBy(frida, room)).isIn(Participant.NOT_HERS);
    assertThat(refusalOfASendBy(vera, room)).isIn(Participant.NOT_HERS);
    are.approves(frida);
    are.opens(room).canBeWrittenIn();
    are.writes(AFTER);
    are.conversation()
        .tellsOf(
            "Du åpnet rommet. %s ble med.".formatted(kari.name()),
            "%s ble med.".formatted(frida.name()),
            "%s ble med.".formatted(vera.name()),
            "Du tok bort %s.".formatted(vera.name()),
            "Du stengte rommet.",
            "Du åpnet rommet igjen. %s ble med.".formatted(kari.name()),
            "%s ble med.".formatted(frida.name()));
    kari.reads(AFTER);
    frida.opens(room);
    frida.reads(BEFORE);
    frida.reads(AFTER);
    vera.seesNothingOf(room);
  }

  private String refusalOfASendBy(Participant person, Room room) {
    person.opensMyRooms();
    try (Socket socket = person.opensASocket()) {
      return socket
          .send(Participant.sendFrame(room, "Dette skal ingen få lese"))
          .hears("refused")
          .path("code")
          .asText();
    }
  }
}
