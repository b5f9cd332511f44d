package no.samsnakk.e2e.signin;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import no.samsnakk.e2e.browser.Window;

/** The way in: what Samsnakk is, and the stand-in for BankID behind one link. */
public final class Welcome {
  private final Window window;

  public Welcome(Window window) {
    this.window = window;
  }

  public Welcome open() {
    window.goTo("/");
    return isShown();
  }

  public Welcome isShown() {
    window.shows(signIn());
    window.inspectAndPicture("welcome");
    return this;
  }

  /** To the page where one says who one is. */
  public StandIn goOn() {
    window.tap(signIn());
    return new StandIn(window);
  }

  /** The session ended while this window was open. */
  public void saysThatTheSessionEnded() {
    window.shows(signIn());
    window.shows(window.page().getByText("Du er logget ut", exactly()));
  }

  /** As {@link #saysThatTheSessionEnded}, and why. */
  public void saysThatTheSessionEnded(String why) {
    saysThatTheSessionEnded();
    window.shows(window.page().getByText(why));
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private Locator signIn() {
    return window.link("Logg inn med BankID");
  }
}
