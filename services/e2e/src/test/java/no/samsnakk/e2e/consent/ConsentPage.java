package no.samsnakk.e2e.consent;

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
    window.shows(window.button("Trekk samtykket"));
    window.inspectAndPicture("my-consent");
    return this;
  }

  /** One tap, no second question. */
  public void withdraw() {
    window.tap(window.button("Trekk samtykket"));
  }

  public void isWithdrawn() {
    window.shows(window.heading("Samtykket er trukket"));
    window.inspectAndPicture("consent-withdrawn");
  }
}
