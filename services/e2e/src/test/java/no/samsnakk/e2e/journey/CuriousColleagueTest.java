package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Participant;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.wire.Requests.Answer;
import no.samsnakk.e2e.wire.Socket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Nils works at the DPS and knows of Are. He takes part in no room. */
@Journey
@Order(4)
class CuriousColleagueTest {
  private static final String NOWHERE = "0197a5b6-0000-7000-8000-000000000000";

  private final Cast cast;
  private final Professional nils;
  private final Patient are;
  private Room room = new Room("", "", "");

  CuriousColleagueTest(Cast cast) {
    this.cast = cast;
    nils = cast.nils();
    are = cast.are();
  }

  @BeforeAll
  void aRoomThatIsNotHis() {
    room = cast.roomForAll("Ikke for nysgjerrige");
    cast.signIn(nils);
  }

  @Test
  @Order(1)
  void hisListIsEmptyAndTheRoomsAddressShowsWhatAnUnknownOneShows() {
    nils.seesNothingOf(room);
    String atTheRoom = textOf("/rooms/" + room.id());
    String atNoRoom = textOf("/rooms/" + NOWHERE);
    assertThat(atTheRoom).isEqualTo(atNoRoom);
    nils.window().inspectAndPicture("room-unknown");
  }

  @Test
  @Order(2)
  void everyPathToTheRoomAnswersAsForOneThatDoesNotExist() {
    for (String path :
        List.of("/api/rooms/%s", "/api/conversations/%s/messages", "/api/access-log/rooms/%s")) {
      Answer toTheRoom = nils.requests().get(path.formatted(room.id()));
      Answer toNoRoom = nils.requests().get(path.formatted(NOWHERE));
      assertThat(toTheRoom.status()).as(path).isEqualTo(404).isEqualTo(toNoRoom.status());
      assertThat(toTheRoom.code()).as(path).isEqualTo("room-unknown").isEqualTo(toNoRoom.code());
    }
  }

  @Test
  @Order(3)
  void theSocketRefusesHimTheRoom() {
    try (Socket socket = nils.opensASocket()) {
      socket.send("{\"type\":\"open\",\"roomId\":\"" + room.id() + "\"}");
      assertThat(socket.hears("refused").path("code").asText()).isEqualTo("room-unknown");
      socket.send(Participant.sendFrame(room, "Hei"));
      assertThat(socket.hears("refused").path("code").asText()).isEqualTo("room-unknown");
    }
  }

  @Test
  @Order(4)
  void areSeesThatHeTried() {
    are.asksWhoHasSeen(room).tells("Nils Nysgjerrig", "ble avvist", "Øyane DPS");
  }

  private String textOf(String path) {
    nils.window().goTo(path);
    nils.window().shows(nils.window().title("Vi finner ikke rommet"));
    return nils.window().page().locator("main").innerText();
  }
}
