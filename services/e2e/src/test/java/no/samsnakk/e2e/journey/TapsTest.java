package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import no.samsnakk.e2e.audit.LogSearch;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Auditor;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Device;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.rooms.Participants;
import no.samsnakk.e2e.rooms.ProposalForm;
import no.samsnakk.e2e.signin.Menu;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Each job by its shortest way, with a finger, and as many taps as the page about them says. */
@Journey(oneStory = true)
@Order(13)
class TapsTest {
  private static final String PURPOSE = "Et rom som teller trykk";

  private final Professional kari;
  private final Professional frida;
  private final Professional vera;
  private final Professional sara;
  private final Patient are;
  private final Auditor anne;
  private Room room = new Room("", "", "");

  TapsTest(Cast cast) {
    Cast byTouch = cast.at(Device.TOUCHED_PHONE);
    kari = byTouch.kari();
    are = byTouch.are();
    anne = byTouch.anne();
    frida = cast.frida();
    vera = cast.vera();
    sara = cast.sara();
  }

  @Test
  @Order(1)
  void toSignIn() {
    kari.window().goTo("/");
    kari.window().taps();

    kari.signsIn();

    TapsTold.are("sign in", kari.window());
  }

  @Test
  @Order(2)
  void toProposeARoomWithTwoHelpers() {
    kari.opensMyRooms();
    kari.window().taps();

    kari.myRooms().goToProposing();
    room =
        new ProposalForm(kari.window())
            .isShown()
            .patient(are.who())
            .purpose(PURPOSE)
            .helper(frida.name())
            .helper(vera.name())
            .submit(are.who(), PURPOSE);

    TapsTold.are("propose a room with two helpers", kari.window());
  }

  @Test
  @Order(3)
  void toConsent() {
    are.isSignedIn();
    var rooms = are.opensMyRooms();
    are.window().taps();

    rooms.answerWhatWaits("Les og svar");
    are.consent().asks(kari.name(), room).consent();

    TapsTold.are("consent", are.window());
  }

  @Test
  @Order(4)
  void toInviteOneMore() {
    kari.opens(room).canBeWrittenIn();
    kari.window().taps();

    kari.conversation().goToParticipants();
    new Participants(kari.window()).isShown().invite(sara.name());

    TapsTold.are("invite one more, from the room", kari.window());
  }

  @Test
  @Order(5)
  void toApprove() {
    var rooms = are.opensMyRooms();
    Window window = are.window();
    window.taps();

    rooms.answerWhatWaits("Se hvem det er");
    are.approvals().isShown();
    window.tap(window.button("Godkjenn " + sara.name()));
    are.approvals().isHeld(sara.name());

    TapsTold.are("approve a helper", window);
  }

  @Test
  @Order(6)
  void r5ToWithdrawNoMoreThanToConsent() {
    var rooms = are.opensMyRooms();
    are.window().taps();

    rooms.goToMyConsent(room);
    are.consent().isGiven().withdraw();
    are.consent().isWithdrawn();

    int taps = TapsTold.are("withdraw consent", are.window());
    assertThat(taps).isLessThanOrEqualTo(TapsTold.of("consent"));
  }

  @Test
  @Order(7)
  void toSearchTheLog() {
    anne.signsIn();
    anne.window().taps();
    new LogSearch(anne.window()).search("Teller trykk");
    TapsTold.are("search the log, from where signing in leads", anne.window());

    anne.opensMyRooms();
    anne.window().taps();
    new Menu(anne.window()).choose("Søk i innsynsloggen");
    new LogSearch(anne.window()).isShown().search("Teller trykk");
    TapsTold.are("search the log, from the list of rooms", anne.window());
  }
}
