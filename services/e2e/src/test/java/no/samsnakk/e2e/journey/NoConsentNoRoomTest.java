package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Participant;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.wire.Socket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** R1, asked for behind the screens' back too. */
@Journey
@Order(3)
class NoConsentNoRoomTest {
  private final Cast cast;
  private final Professional kari;
  private final Professional frida;
  private final Patient are;
  private Room room = new Room("", "", "");

  NoConsentNoRoomTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    frida = cast.frida();
    are = cast.are();
  }

  @BeforeAll
  void aRoomThatAreHasNotAnswered() {
    cast.signIn(kari, frida, are);
    room = kari.hasProposedARoomFor(are.who(), "Et rom som venter på svar", frida);
  }

  @Test
  @Order(1)
  void r1TheProposerSeesThatItWaits() {
    kari.opensMyRooms().has(room).says(room, "Are har ikke samtykket ennå");
  }

  @Test
  @Order(2)
  void r1NotEvenTheProposerCanWrite() {
    assertThat(refusalOfASendBy(kari)).isIn(Participant.NOT_HERS);
  }

  @Test
  @Order(3)
  void r1TheInvitedHelperGetsTheAnswerThatAnUnknownRoomGets() {
    assertThat(refusalOfASendBy(frida)).isEqualTo("room-unknown");
    var thisRoom = frida.requests().get("/api/rooms/" + room.id());
    var noRoom = frida.requests().get("/api/rooms/0197a5b6-0000-7000-8000-000000000000");
    assertThat(thisRoom.status()).isEqualTo(404).isEqualTo(noRoom.status());
    assertThat(thisRoom.code()).isEqualTo("room-unknown").isEqualTo(noRoom.code());
  }

  @Test
  @Order(4)
  void r1AfterANoThereIsNoRoomEither() {
    are.opensMyRooms().answerWhatWaits("Les og svar");
    are.window().tap(are.window().button("Nei, ikke nå"));
    are.window().shows(are.window().title("Rommet er ikke åpent"));

    frida.seesNothingOf(room);
    assertThat(refusalOfASendBy(kari)).isIn(Participant.NOT_HERS);
    assertThat(refusalOfASendBy(are)).isIn(Participant.NOT_HERS);
  }

  private String refusalOfASendBy(Participant person) {
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
