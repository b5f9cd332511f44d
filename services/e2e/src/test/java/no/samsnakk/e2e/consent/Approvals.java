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
    tapApprove(name, 3);
    var before = places();
    window.shows(card(name).getByText("Godkjent. Er med i rommet.", EXACTLY));
    assertThat(places()).isEqualTo(before);
    return this;
  }

  public Approvals tapApprove(String name, int times) {
    return tap("Godkjenn " + name, times);
  }

  public Approvals tapDecline(String name, int times) {
    return tap("Nei takk til " + name, times);
  }

  /** So many times at one spot: no card moves. */
  private Approvals tap(String answer, int times) {
    var button = window.ready(window.button(answer));
    var before = places();
    window.taps(button, times);
    assertThat(places()).isEqualTo(before);
    return this;
  }

  /** Not answered. */
  public Approvals asksAbout(String name) {
    window.shows(window.button("Godkjenn " + name));
    return this;
  }

  public Approvals doesNotAskAbout(String name) {
    window.doesNotShow(window.button("Godkjenn " + name));
    return this;
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

  /** Answered, and not sent yet. */
  public Approvals isHeld(String name) {
    window.shows(window.button("Angre svaret om " + name));
    return this;
  }

  public Approvals areDone() {
    window.shows(window.page().getByText("Ingen flere venter på svar."));
    window.inspectAndPicture("approvals-done");
    return this;
  }
}
