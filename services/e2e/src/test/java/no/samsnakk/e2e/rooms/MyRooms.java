package no.samsnakk.e2e.rooms;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Room;

/** The list that everybody comes home to. */
public final class MyRooms {
  private final Window window;

  public MyRooms(Window window) {
    this.window = window;
  }

  public MyRooms open() {
    window.goTo("/");
    return isShown();
  }

  /** With all that belongs in it. */
  public MyRooms isShown() {
    window.shows(window.title("Mine rom"));
    window.doesNotShow(window.find(AriaRole.STATUS, "Henter …"));
    window.inspect("my-rooms");
    unfoldWhatIsOver();
    return this;
  }

  private void unfoldWhatIsOver() {
    var fold =
        window
            .page()
            .getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Avsluttede rom").setExpanded(false));
    if (fold.count() > 0) {
      fold.click();
    }
  }

  public MyRooms has(Room room) {
    window.shows(card(room));
    window.inspectAndPicture("my-rooms-with-rooms");
    return this;
  }

  public MyRooms hasNot(Room room) {
    window.doesNotShow(card(room));
    return this;
  }

  public void says(Room room, String standing) {
    window.shows(card(room).getByText(standing));
  }

  public void enter(Room room) {
    window.tap(card(room).getByRole(AriaRole.LINK).first());
  }

  /** Somebody waits for this, among what waits. */
  public void waitsForAnswer(String how) {
    window.shows(window.region("Venter på deg").getByRole(AriaRole.LINK, named(how)).first());
  }

  /** So many messages that she has not read, in the room for this. */
  public void hasUnread(String purpose, int messages) {
    String news = messages == 1 ? "1 ny melding" : messages + " nye meldinger";
    window.shows(card(purpose).getByText(news));
  }

  /** What waits for the person is first on the screen, the newest at the top. */
  public void answerWhatWaits(String how) {
    window.inspectAndPicture("my-rooms-waiting");
    window.tap(window.region("Venter på deg").getByRole(AriaRole.LINK, named(how)).first());
  }

  /** What she owes an answer to, in the room for this. */
  public void owes(String whatTo, String purpose) {
    window.shows(owed(purpose).getByText(whatTo));
  }

  public void owesNothing() {
    window.doesNotShow(window.region("Det jeg skylder svar på"));
  }

  public void goToWhatIsOwed(String purpose) {
    window.tap(owed(purpose).getByRole(AriaRole.LINK));
  }

  private Locator owed(String purpose) {
    return window
        .region("Det jeg skylder svar på")
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(purpose));
  }

  /** Whom the patient's case waits for. */
  public void waitsFor(String whom) {
    window.shows(window.region("Venter på svar").getByText(whom));
  }

  public void goToMyConsent(Room room) {
    window.tap(card(room).getByRole(AriaRole.LINK, named("Ditt samtykke")));
  }

  public void goToProposing() {
    window.tap(window.link("Foreslå et rom").first());
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private Locator card(Room room) {
    return card(room.purpose());
  }

  /** A room's own, and not what waits for an answer in it. */
  private Locator card(String purpose) {
    return window.item(purpose).and(window.page().locator(":not(.standing)"));
  }
}
