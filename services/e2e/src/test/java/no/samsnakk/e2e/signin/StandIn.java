package no.samsnakk.e2e.signin;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import no.samsnakk.e2e.browser.Window;

/** What stands in for BankID: one large button for each of the demo people. */
public final class StandIn {
  private final Window window;

  public StandIn(Window window) {
    this.window = window;
  }

  public StandIn isShown() {
    window.shows(window.title("Velg hvem du vil være"));
    window.inspectAndPicture("sign-in");
    return this;
  }

  public void saysThatItIsNotBankId() {
    window.shows(window.page().getByText("Dette er ikke BankID."));
  }

  /** One tap; nothing more is asked before Samsnakk is there. */
  public void choose(String name) {
    identify(name);
    window.shows(window.title("Mine rom"));
  }

  /** As {@link #choose}, to come back to where one was. */
  public void identify(String name) {
    window.tap(window.button(Pattern.compile("^" + name)));
  }

  /** The smallest of the buttons' heights, in pixels; all are on one screen. */
  public double smallestButton() {
    return window.page().getByRole(AriaRole.BUTTON).all().stream()
        .mapToDouble(it -> it.boundingBox().height)
        .min()
        .orElseThrow();
  }

  public int buttons() {
    return window.page().getByRole(AriaRole.BUTTON).count();
  }
}
