package no.samsnakk.e2e.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.signin.Menu;
import no.samsnakk.e2e.signin.Welcome;
import no.samsnakk.e2e.stage.Addresses;
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
  private final Addresses addresses;
  private Room room = new Room("", "", "");
  private String session = "";

  SigningOutTest(Cast cast, Addresses addresses) {
    this.cast = cast;
    this.addresses = addresses;
    vera = cast.vera();
  }

  @BeforeAll
  void veraHasARoomOpen() {
    room = cast.roomForAll("Et rom å gå ut av");
    vera.opens(room);
  }

  @Test
  @Order(1)
  void whoHasWrittenSomethingThatIsNotSentIsAskedBefore() {
    vera.conversation().compose("Halv");

    new Menu(vera.window()).choose("Logg ut");

    vera.window().shows(vera.window().title("Vil du logge ut?"));
    vera.window().shows(vera.window().page().getByText("Halv"));
    vera.window().inspectAndPicture("sign-out");
    vera.window().tap(vera.window().button("Ikke logg ut"));
    vera.opens(room).composerHolds("Halv");
    vera.conversation().compose("");
  }

  @Test
  @Order(2)
  void signingOutInOneTabClosesTheSocketOfTheOther() {
    Window second = vera.opensASecondTab();
    second.goTo("/");
    second.shows(second.title("Mine rom"));
    session = vera.cookie();
    try (Socket socket = vera.opensASocket()) {

      vera.signsOut();

      assertThat(socket.closeCode()).isEqualTo(SESSION_ENDED);
      new Welcome(second).saysThatTheSessionEnded();
    } finally {
      second.page().close();
    }
  }

  @Test
  @Order(3)
  void theOldCookieOpensNothing() {
    given()
        .cookie("__Host-samsnakk", session)
        .get(addresses.app() + "/api/me")
        .then()
        .statusCode(401);
  }

  @Test
  @Order(4)
  void theWayBackGoesThroughTheSignInAgain() {
    vera.window().goTo("/rooms/" + room.id());
    new Welcome(vera.window()).isShown().goOn().isShown().identify(vera.name());
    vera.conversation().isOpen();
  }
}
