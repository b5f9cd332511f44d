package no.samsnakk.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** "Mottatt", in place of a message that somebody would have to write and somebody to read. */
@Journey
@Order(13)
class ShortAnswerTest {
  private final Cast cast;
  private final Professional kari;
  private final Professional vera;
  private final Patient are;

  ShortAnswerTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    vera = cast.vera();
    are = cast.are();
  }

  @Test
  @Order(1)
  void oneTapSaysItToAll_itIsNewToNobody_andTheLogCallsItByItsName() {
    Room room = cast.roomForAll("Et rom med korte svar");
    kari.opens(room);
    are.opens(room);
    are.writes("Jeg kommer klokka ti");
    kari.reads("Jeg kommer klokka ti");
    var veras = vera.opensMyRooms();
    veras.hasUnread("Et rom med korte svar", 1);

    kari.window().inspectAndPicture("short-answer-offered");
    kari.window().taps();
    kari.conversation().answersShortly("Mottatt");
    assertEquals(1, kari.window().taps());

    kari.conversation().tells("Jeg kommer klokka ti", "Mottatt: du");
    kari.conversation().offersNoShortAnswer();
    are.conversation().tells("Jeg kommer klokka ti", "Mottatt: Kari");
    are.window().inspectAndPicture("short-answer");
    veras.hasUnread("Et rom med korte svar", 1);
    are.asksWhoHasSeen(room)
        .tells("Kari Kommunepsykolog", "svarte kort på en melding", "Askøy kommune");
  }
}
