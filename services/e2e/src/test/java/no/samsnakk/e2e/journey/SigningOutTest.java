package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.signin.Welcome;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.wire.Socket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Out is out, in every window of the same browser. */
@Journey
@Order(5)
class SigningOutTest {
  private static final int SESSION_ENDED = 4401;

  private final Cast cast;
  private final Professional vera;
  private Room room = new Room("", "", "");

  SigningOutTest(Cast cast) {
    this.cast = cast;
    vera = cast.vera();
  }

  @BeforeAll
  void veraHasARoomOpen() {
    room = cast.roomForAll("Et rom å gå ut av");
    vera.opens(room);
  }

  @Test
  @Order(1)
  void signingOutInOneTabClosesTheSocketOfTheOther() {
    Window second = vera.opensASecondTab();
    second.goTo("/");
    second.shows(second.title("Mine rom"));
    try (Socket socket = vera.opensASocket()) {

      vera.signsOut();

      assertThat(socket.closeCode()).isEqualTo(SESSION_ENDED);
      new Welcome(second).saysThatTheSessionEnded();
    } finally {
      second.page().close();
    }
  }

  @Test
  @Order(2)
  void theWayBackGoesThroughTheSignInAgain() {
    vera.window().goTo("/rooms/" + room.id());
    new Welcome(vera.window()).isShown().goOn().isShown();
    assertThat(vera.browser().cookies().stream().filter(it -> it.name.equals("__Host-samsnakk")))
        .as("the old session's cookie")
        .noneMatch(it -> !it.value.isEmpty() && it.expires > 0);
    vera.signsIn();
  }
}
