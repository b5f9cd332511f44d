package no.samsnakk.e2e.journey;

import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.signin.Menu;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bokmål, nynorsk and English; the choice stays. */
@Journey
@Order(6)
class LanguageTest {
  private final Patient per;

  LanguageTest(Cast cast) {
    per = cast.per();
  }

  @ParameterizedTest
  @Order(1)
  @CsvSource({
    "Nynorsk, nn, Ikkje for naudsituasjonar",
    "English, en, Not for emergencies",
    "Bokmål, nb, Ikke for nødsituasjoner"
  })
  void theScreenSpeaksWhatIsChosen(String choice, String tag, String words) {
    per.isSignedIn();
    Window window = per.window();
    window.goTo("/");

    new Menu(window).chooseLooks(choice);

    window.shows(window.page().getByText(words).first());
    window.page().reload();
    window.shows(window.page().getByText(words).first());
    window.shows(window.page().locator("html[lang=" + tag + "]"));
    window.inspectAndPicture("my-rooms-" + tag);
  }

  @Test
  @Order(2)
  void aPageThatDoesNotExistSaysSo() {
    per.window().goTo("/finnes-ikke");
    per.window().shows(per.window().title("Siden finnes ikke"));
    per.window().inspectAndPicture("not-found");
  }
}
