package no.samsnakk.e2e.consent;

import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Room;

/** One helper, one answer. */
public final class Approvals {
  private final Window window;

  public Approvals(Window window) {
    this.window = window;
  }

  public Approvals open(Room room) {
    window.goTo("/rooms/" + room.id() + "/approvals");
    return isShown();
  }

  public Approvals isShown() {
    window.shows(window.title("Hvem vil du ha med?"));
    return this;
  }

  public Approvals waitFor(String name) {
    window.shows(window.button("Godkjenn " + name));
    window.inspectAndPicture("approvals");
    return this;
  }

  public Approvals approve(String name) {
    window.tap(window.button("Godkjenn " + name));
    window.doesNotShow(window.button("Godkjenn " + name));
    return this;
  }

  public Approvals areDone() {
    window.shows(window.page().getByText("Ingen flere venter på svar."));
    window.inspect("approvals-done");
    return this;
  }
}
