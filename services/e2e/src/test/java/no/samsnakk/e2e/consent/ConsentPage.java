package no.samsnakk.e2e.consent;

import com.microsoft.playwright.Locator;
import java.util.stream.Stream;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Room;

/** Where consent is given, and where it is taken back. */
public final class ConsentPage {
  private final Window window;

  public ConsentPage(Window window) {
    this.window = window;
  }

  public ConsentPage open(Room room) {
    window.goTo("/rooms/" + room.id() + "/consent");
    return this;
  }

  /** Who asks, what for, and what a yes means. */
  public ConsentPage asks(String proposer, Room room) {
    window.shows(window.title("Spørsmål til deg"));
    window.shows(window.page().getByText(proposer).first());
    window.shows(window.page().getByText(room.purpose()));
    window.inspectAndPicture("consent");
    return this;
  }

  public void consent() {
    window.tap(window.button("Ja, jeg samtykker"));
    window.shows(window.title("Hvem vil du ha med?"));
  }

  public ConsentPage isGiven() {
    window.shows(window.title("Ditt samtykke"));
    window.shows(window.button("Steng rommet (trekk samtykket)"));
    window.inspectAndPicture("my-consent");
    return this;
  }

  public ConsentPage readsWhatHeSaidYesTo() {
    window.tap(window.button("Les det du sa ja til"));
    window.inspectAndPicture("what-was-given");
    return this;
  }

  /** Those who stood on the page then. */
  public ConsentPage namedThen(String... names) {
    Stream.of(names).map(window::item).map(Locator::first).forEach(window::shows);
    return this;
  }

  public ConsentPage didNotName(String name) {
    window.doesNotShow(window.item(name));
    return this;
  }

  /** One tap, no second question. */
  public void withdraw() {
    window.tap(window.button("Steng rommet (trekk samtykket)"));
  }

  /** What a room was about that he has said no to. */
  public ConsentPage isDeclined(Room room) {
    window.shows(window.title("Rommet er ikke åpent"));
    window.shows(window.page().getByText("Du svarte nei i dag"));
    window.shows(window.page().getByText(room.purpose()));
    window.inspectAndPicture("declined");
    return this;
  }

  /** The consent page again: who would come with a yes stands at its top. */
  public ConsentPage looksAgain(String proposer, Room room) {
    window.tap(window.link("Se på samtykket igjen"));
    window.shows(window.title("Vil du åpne rommet igjen?"));
    window.shows(window.page().getByText(proposer + " blir med når du sier ja."));
    window.shows(window.page().getByText(room.purpose()));
    window.inspectAndPicture("open-again");
    return this;
  }

  public void opensAgain() {
    window.tap(window.button("Ja, åpne rommet igjen"));
  }

  public void isWithdrawn() {
    window.shows(window.heading("Samtykket er trukket"));
    window.inspectAndPicture("consent-withdrawn");
  }
}
