package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.signin.Menu;
import no.samsnakk.e2e.signin.StandIn;
import no.samsnakk.e2e.signin.Welcome;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The way in is short, and honest about what it is. */
@Journey
@Order(2)
class SigningInTest {
  /** WCAG's larger target size, in pixels. */
  private static final double LARGE = 44;

  private final Patient per;

  SigningInTest(Cast cast) {
    per = cast.per();
  }

  @Test
  @Order(1)
  void theStandInShowsEveryDemoPersonAsALargeButtonAndSaysThatItIsNotBankId() {
    StandIn standIn = new Welcome(per.window()).open().goOn().isShown();

    standIn.saysThatItIsNotBankId();
    assertThat(standIn.buttons()).isEqualTo(8);
    assertThat(standIn.smallestButton()).isGreaterThanOrEqualTo(LARGE);
  }

  @Test
  @Order(2)
  void atTheFirstSignInNoProfilePageAppears() {
    List<String> pages = new ArrayList<>();
    per.window().page().onFrameNavigated(frame -> pages.add(frame.url()));
    new Welcome(per.window()).open().goOn().choose(per.name());

    assertThat(pages)
        .noneMatch(it -> it.contains("first-broker-login") || it.contains("required-action"));
  }

  @Test
  @Order(3)
  void whoHasNoRoomsIsToldWhatWillHappen() {
    per.window().shows(per.window().heading("Du har ingen rom nå"));
    per.window().inspectAndPicture("my-rooms-empty");
  }

  @Test
  @Order(4)
  void theGuideIsInTheMenu() {
    new Menu(per.window()).choose("Hjelp");

    per.window().shows(per.window().title("Hjelp"));
    per.window().shows(per.window().heading("Samsnakk for deg som får hjelp"));
    per.window().inspectAndPicture("help");
    per.window().tap(per.window().button("Samsnakk for fagpersoner"));
    per.window().shows(per.window().heading("Samsnakk for fagpersoner"));
  }
}
