package no.samsnakk.e2e.rooms;

import java.util.regex.Pattern;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.DemoPerson;

/** "Hvem du har blokkert": from all rooms whose patient one is. */
public final class Blocks {
  private final Window window;

  public Blocks(Window window) {
    this.window = window;
  }

  public Blocks openFromTheMenu() {
    window.tap(window.button("Meny"));
    window.tap(window.page().getByText("Hvem du har blokkert"));
    return isShown();
  }

  public Blocks isShown() {
    window.shows(window.title("Hvem du har blokkert"));
    return this;
  }

  /** Whom one has come for, or found. */
  public Blocks say(DemoPerson person) {
    window.shows(window.button("Ja, blokker " + person.name()));
    window.inspectAndPicture("block");
    window.tap(window.ready(window.button("Ja, blokker " + person.name())));
    window.shows(window.page().getByText(person.name() + " er blokkert."));
    window.inspectAndPicture("blocks");
    return this;
  }

  public Blocks find(DemoPerson person) {
    window.searchbox("Søk etter navn eller virksomhet").fill(person.name().substring(0, 4));
    window.tap(window.button(Pattern.compile("^Blokker " + person.name())));
    return this;
  }

  public void takeBack(DemoPerson person) {
    window.tap(window.button("Opphev blokkeringen av " + person.name()));
    window.shows(window.page().getByText(person.name() + " er ikke blokkert lenger"));
    window.shows(window.page().getByText("Du har ikke blokkert noen."));
  }
}
