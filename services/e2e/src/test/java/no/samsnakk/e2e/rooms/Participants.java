package no.samsnakk.e2e.rooms;

import java.util.regex.Pattern;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.DemoPerson;
import no.samsnakk.e2e.people.Room;

/** Who takes part, who waits for the patient's yes, and asking for one more. */
public final class Participants {
  private final Window window;

  public Participants(Window window) {
    this.window = window;
  }

  public Participants open(Room room) {
    window.goTo("/rooms/" + room.id() + "/participants");
    return isShown();
  }

  public Participants isShown() {
    window.shows(window.title("Deltakere"));
    return this;
  }

  public Participants invite(String name) {
    askFor(name);
    window.inspectAndPicture("participants");
    return this;
  }

  public Participants askFor(String name) {
    window.tap(window.button("Inviter en til"));
    window.searchbox("Søk etter navn eller virksomhet").fill(name.substring(0, 4));
    window.tap(window.button(Pattern.compile("^Inviter " + name)));
    window.shows(window.page().getByText(name + " er invitert"));
    return this;
  }

  /** As a patient does: whom he names himself he has approved. */
  public void letIn(DemoPerson helper) {
    window.tap(window.button("Inviter en til"));
    window.searchbox("Søk etter navn eller virksomhet").fill(helper.name().substring(0, 4));
    window.tap(window.button(Pattern.compile("^Inviter " + helper.name())));
    window.shows(window.button("Ja, ta med " + helper.firstName()));
    // For axe what lies under the line at the top is too small to be tapped.
    window.page().evaluate("scrollTo(0, 0)");
    window.inspectAndPicture("let-in");
    window.tap(window.ready(window.button("Ja, ta med " + helper.firstName())));
    window.shows(window.page().getByText(helper.name() + " er med i rommet."));
  }

  public void remove(String name) {
    window.tap(window.button("Fjern " + name));
    window.tap(window.button(Pattern.compile("^Ja, fjern")));
    window.doesNotShow(window.item(name));
  }

  public void goToBlocking(String name) {
    window.tap(window.button("Fjern " + name));
    window.tap(window.link("Blokker " + name + " fra alle rommene dine"));
  }

  public Participants has(String name) {
    window.shows(window.item(name));
    return this;
  }
}
