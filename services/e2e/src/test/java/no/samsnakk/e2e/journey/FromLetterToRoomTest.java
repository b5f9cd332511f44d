package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import no.samsnakk.e2e.consent.ConsentPage;
import no.samsnakk.e2e.inbox.Inbox;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.signin.Welcome;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whoever is asked for the first time comes from the letter to the question in three taps. */
@Journey
@Order(12)
class FromLetterToRoomTest {
  private static final Pattern NEWS = Pattern.compile("news$");
  private static final String PURPOSE = "Et rom som begynner med et brev";

  private final Professional kari;
  private final Patient per;

  FromLetterToRoomTest(Cast cast) {
    kari = cast.kari();
    per = cast.per();
  }

  @Test
  @Order(1)
  void theLetterSaysWhyItIsSafeAndNobodysName() {
    kari.isSignedIn();
    per.isSignedIn();
    per.signsOut();
    String email = per.who().email();
    int before = per.inbox().lettersTo(email);

    Room room = kari.hasProposedARoomFor(per.who(), PURPOSE);

    Inbox inbox = per.inbox().awaitMoreThan(before, email);
    assertThat(inbox.newestTo(email))
        .contains("En som hjelper deg, venter på svar", "din egen BankID", "113", "116 117")
        .doesNotContain("Kari", "Eksempel", "Askøy", PURPOSE, room.id());
  }

  @Test
  @Order(2)
  void theLinkTheSignInAndHeIsAtTheQuestion() {
    var window = per.window();
    window.taps();

    window.tap(link());
    new Welcome(window).isShown().goOn().isShown().identify(per.name());

    new ConsentPage(window).asks(kari.name(), new Room("", per.name(), PURPOSE));
    TapsTold.are("come from the letter to the question", window);
  }

  @Test
  @Order(3)
  void whereNothingIsNewItLeadsToTheList() {
    var window = per.window();
    window.tap(window.button("Nei, ikke nå"));
    window.shows(window.title("Rommet er ikke åpent"));

    window.goTo("/news");

    window.shows(window.title("Mine rom"));
  }

  @Test
  @Order(4)
  void howAnIPhoneGetsNoticesIsShownInPictures() {
    var window = per.window();
    window.goTo("/iphone");

    window.shows(window.title("Varsler på iPhone og iPad"));
    window.inspectAndPicture("iphone");
  }

  private Locator link() {
    return per.window().page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(NEWS));
  }
}
