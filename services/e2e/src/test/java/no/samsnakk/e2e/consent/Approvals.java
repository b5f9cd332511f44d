package no.samsnakk.e2e.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Room;

/** One helper, one answer. */
public final class Approvals {
  private static final Locator.GetByTextOptions EXACTLY =
      new Locator.GetByTextOptions().setExact(true);

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

  /** As somebody does whose finger trembles: two taps more at the same spot change nothing. */
  public Approvals approve(String name) {
    var approve = window.button("Godkjenn " + name);
    scrolledToAndReady(approve);
    var spot = approve.boundingBox();
    var before = places();
    window.tap(approve);
    for (int more = 0; more < 2; more++) {
      window.page().mouse().click(spot.x + spot.width / 2, spot.y + spot.height / 2);
    }
    assertThat(places()).isEqualTo(before);
    window.shows(card(name).getByText("Godkjent. Er med i rommet.", EXACTLY));
    assertThat(places()).isEqualTo(before);
    return this;
  }

  /**
   * For its first second a button takes no tap, and Playwright scrolls to and fro to find a way.
   */
  private static void scrolledToAndReady(Locator button) {
    button.click(new Locator.ClickOptions().setTrial(true));
  }

  private Locator card(String name) {
    return cards().filter(new Locator.FilterOptions().setHasText(name));
  }

  private Locator cards() {
    return window.page().locator(".card:has(.steady)");
  }

  /** Where each card is, and how high. */
  private List<String> places() {
    return cards().all().stream()
        .map(Locator::boundingBox)
        .map(box -> box.y + "+" + box.height)
        .toList();
  }

  public Approvals areDone() {
    window.shows(window.page().getByText("Ingen flere venter på svar."));
    window.inspect("approvals-done");
    return this;
  }
}
