package no.samsnakk.e2e.rooms;

import java.util.regex.Pattern;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Room;

/** Who takes part, who waits for the patient's yes, and asking for one more. */
public final class Participants {
  private final Window window;

  public Participants(Window window) {
    this.window = window;
  }

  public Participants open(Room room) {
    window.goTo("/rooms/" + room.id() + "/participants");
    window.shows(window.title("Deltakere"));
    return this;
  }

  public Participants invite(String name) {
    window.tap(window.button("Inviter en til"));
    window.searchbox("Søk etter navn eller virksomhet").fill(name.substring(0, 4));
    window.tap(window.button(Pattern.compile("^Inviter " + name)));
    window.shows(window.page().getByText(name + " er invitert"));
    window.inspectAndPicture("participants");
    return this;
  }

  public void remove(String name) {
    window.tap(window.button("Fjern " + name));
    window.tap(window.button(Pattern.compile("^Ja, fjern")));
    window.doesNotShow(window.item(name));
  }

  public Participants has(String name) {
    window.shows(window.item(name));
    return this;
  }
}
