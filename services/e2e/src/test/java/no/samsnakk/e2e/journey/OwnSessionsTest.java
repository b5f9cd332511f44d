package no.samsnakk.e2e.journey;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Device;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.signin.SignIns;
import no.samsnakk.e2e.signin.Welcome;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Per is signed in at three places, and ends what he does not want from the phone in his hand. */
@Journey(oneStory = true)
@Order(7)
class OwnSessionsTest {
  private static final String PHONE = "Chrome på Android";
  private static final String LAPTOP = "Edge på Windows";
  private static final String TABLET = "Safari på iPad";
  private static final String LIST = "**/auth/sessions";
  private static final String FROM_ELSEWHERE = "Det ble gjort fra et annet sted";

  private final Patient per;
  private final Patient atTheLaptop;
  private final Patient atTheTablet;

  OwnSessionsTest(Cast cast) {
    per = cast.per();
    atTheLaptop = cast.at(Device.LAPTOP).per();
    atTheTablet = cast.at(Device.TABLET).per();
  }

  @BeforeAll
  void perIsSignedInAtThreePlaces() {
    atTheLaptop.signsIn();
    atTheTablet.signsIn();
    per.isSignedIn();
    per.opensMyRooms();
  }

  @AfterAll
  void theOthersAreClosed() {
    atTheLaptop.closesHerWindow();
    atTheTablet.closesHerWindow();
  }

  @Test
  @Order(1)
  void heSeesWhereHeIsSignedInAndWhichOneThisIs() {
    signIns()
        .open()
        .areFromHere(PHONE)
        .areAlsoAt(LAPTOP)
        .areAlsoAt(TABLET)
        .areInspected("sessions");
  }

  @Test
  @Order(2)
  void theOneThatHeEndsIsOutAtOnceAndSaysWhatHappened() {
    signIns().end(LAPTOP);

    new Welcome(atTheLaptop.window()).saysThatTheSessionEnded(FROM_ELSEWHERE);
    atTheLaptop.window().inspectAndPicture("ended-elsewhere");
    signIns().say(LAPTOP + " er logget ut.").areNoLongerAt(LAPTOP).areAlsoAt(TABLET);
    signIns().cannotEndOthers().areInspected("sessions-one-ended");
  }

  @Test
  @Order(3)
  void allTheOthersAreOutWithOneTapAndHeStays() {
    atTheLaptop.isSignedIn();
    per.window().page().reload();
    signIns().areAlsoAt(LAPTOP);

    signIns().endOthers();

    new Welcome(atTheLaptop.window()).saysThatTheSessionEnded(FROM_ELSEWHERE);
    new Welcome(atTheTablet.window()).saysThatTheSessionEnded(FROM_ELSEWHERE);
    signIns().say("Alle de andre er logget ut.").areFromHere(PHONE).areNoLongerAt(TABLET);
  }

  @Test
  @Order(4)
  void whoIsSignedInNowhereElseIsToldSo() {
    per.window().page().reload();

    signIns()
        .areFromHere(PHONE)
        .say("Du er ikke logget inn andre steder.")
        .areInspected("sessions-alone");
  }

  @Test
  @Order(5)
  void aListThatIsLongInComingIsWaitedFor() {
    List<Route> held = new ArrayList<>();
    per.window().page().route(LIST, held::add);
    per.window().page().reload();

    per.window().shows(per.window().page().locator(".aksel-skeleton").first());
    signIns().areInspected("sessions-waiting");

    per.window().page().unroute(LIST);
    held.forEach(Route::resume);
    signIns().areFromHere(PHONE);
  }

  @Test
  @Order(6)
  void aListThatDoesNotComeCanBeAskedForAgain() {
    per.window().page().route(LIST, Route::abort);
    per.window().page().reload();

    per.window().shows(per.window().button("Prøv igjen"));
    signIns().areInspected("sessions-trouble");

    // The list asks by itself too, and is not to come before the tap.
    List<Route> held = new ArrayList<>();
    per.window().page().route(LIST, held::add);
    per.window().tap(per.window().button("Prøv igjen"));
    per.window().page().unroute(LIST);
    held.forEach(Route::resume);
    signIns().areFromHere(PHONE);
  }

  private SignIns signIns() {
    return new SignIns(per.window());
  }
}
