package no.samsnakk.e2e.accesslog;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.signin.Menu;

/** "Hvem har sett rommet mitt", in the patient's own words. */
public final class AccessLog {
  private final Window window;

  public AccessLog(Window window) {
    this.window = window;
  }

  /** From the room's menu. */
  public AccessLog openFromRoom() {
    new Menu(window).choose("Hvem har sett");
    return isShown();
  }

  public AccessLog open(Room room) {
    window.goTo("/rooms/" + room.id() + "/seen");
    return isShown();
  }

  /** Again, with what has happened since. */
  public AccessLog lookAgain() {
    window.page().reload();
    return isShown();
  }

  private AccessLog isShown() {
    window.shows(window.title("Hvem har sett rommet mitt"));
    window.doesNotShow(window.find(AriaRole.STATUS, "Henter …"));
    return this;
  }

  /** Page after page, to the very beginning. */
  public AccessLog toTheBeginning() {
    while (window.button("Vis eldre").isVisible()) {
      window
          .page()
          .waitForResponse("**/api/access-log/**", () -> window.tap(window.button("Vis eldre")))
          .finished();
      window.doesNotShow(window.page().locator(".aksel-button--loading"));
    }
    return this;
  }

  public void isInspected() {
    window.inspectAndPicture("access-log");
  }

  /** Lines that say that this person did this. */
  public Locator lines(String who, String what) {
    return window.item(who).filter(new Locator.FilterOptions().setHasText(what));
  }

  /** Such a line, with where the person comes from and a time. */
  public void tells(String who, String what, String where) {
    Locator line = lines(who, what).filter(new Locator.FilterOptions().setHasText(where)).first();
    window.shows(line);
    window.shows(line.getByRole(AriaRole.TIME).first());
  }
}
