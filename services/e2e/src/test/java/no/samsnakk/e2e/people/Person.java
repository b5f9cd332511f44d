package no.samsnakk.e2e.people;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import no.samsnakk.e2e.browser.Guard;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.inbox.Inbox;
import no.samsnakk.e2e.rooms.MyRooms;
import no.samsnakk.e2e.signin.Menu;
import no.samsnakk.e2e.signin.Welcome;
import no.samsnakk.e2e.wire.Requests;

/** Somebody at a browser of her own, told by what she does and sees. */
public abstract sealed class Person permits Participant, Auditor {
  private static final Duration SIGNED_OUT_WITHIN = Duration.ofMinutes(3);

  private final DemoPerson who;
  private final Surroundings surroundings;
  private final BrowserContext browser;
  private final Guard guard;
  private Window window;

  Person(DemoPerson who, Surroundings surroundings) {
    this.who = who;
    this.surroundings = surroundings;
    this.browser = surroundings.newBrowser();
    this.guard = surroundings.guard(browser);
    this.window = surroundings.newWindow(browser, who);
  }

  public final DemoPerson who() {
    return who;
  }

  public final String name() {
    return who.name();
  }

  /** What she looks at now. */
  public final Window window() {
    return window;
  }

  public final BrowserContext browser() {
    return browser;
  }

  /** She opens the address and signs in with two clicks. */
  public void signsIn() {
    new Welcome(window).open().goOn().isShown().choose(name());
  }

  /** As {@link #signsIn}, unless she is signed in from before. */
  public void isSignedIn() {
    if (!window.isAtTheApp()) {
      window.goTo("/");
    }
    if (!requests().signedIn()) {
      signsIn();
    }
  }

  /** As everybody is once the issuer has come back without a session: that takes up to a minute. */
  public void comesToBeSignedOut() {
    await()
        .pollInterval(Duration.ofSeconds(1))
        .atMost(SIGNED_OUT_WITHIN)
        .until(() -> !requests().signedIn());
  }

  public void signsOut() {
    new Menu(window).signOut();
  }

  public MyRooms opensMyRooms() {
    return new MyRooms(window).open();
  }

  /** She looks for the room in her list. */
  public void findsTheRoom(Room room) {
    opensMyRooms().has(room);
  }

  /** Neither the list has it nor does its address lead anywhere: as if it did not exist. */
  public void seesNothingOf(Room room) {
    opensMyRooms().hasNot(room);
    window.goTo("/rooms/" + room.id());
    window.shows(window.title("Vi finner ikke rommet"));
    window.doesNotShow(window.page().getByText(room.purpose()));
  }

  /** The window is closed; the session lives on. */
  public void closesHerWindow() {
    window.page().close();
  }

  /** A new window of the same browser, hence in the same session. */
  public Window opensANewWindow() {
    window = surroundings.newWindow(browser, who);
    return window;
  }

  /** Another tab beside the first one. */
  public Window opensASecondTab() {
    return surroundings.newWindow(browser, who);
  }

  public Inbox inbox() {
    return surroundings.inbox(window);
  }

  /** What her browser would send, asked and answered without the screen. */
  public JsonNode asks(String method, String path, Object body) {
    return requests().of(method, path, body).accepted();
  }

  public Requests requests() {
    return new Requests(window.page());
  }

  /** The one thing that her browser keeps. */
  public String cookie() {
    return browser.cookies().stream()
        .filter(it -> it.name.equals("__Host-samsnakk"))
        .map(it -> it.value)
        .findFirst()
        .orElseThrow();
  }

  /** Everything that happened in her browser and must not happen in any. */
  public List<String> violations() {
    return guard.violations(browser);
  }

  /** The pages that are open, for a picture when something has gone wrong. */
  public List<Page> pages() {
    return browser.pages();
  }
}
