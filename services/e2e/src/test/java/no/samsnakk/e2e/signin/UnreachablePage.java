package no.samsnakk.e2e.signin;

import com.microsoft.playwright.options.AriaRole;
import no.samsnakk.e2e.browser.Window;

/** What the app is where it starts and nothing answers. */
public final class UnreachablePage {
  private final Window window;

  public UnreachablePage(Window window) {
    this.window = window;
  }

  public UnreachablePage isShown() {
    window.shows(window.title("Vi får ikke kontakt"));
    window.shows(window.button("Prøv igjen"));
    window.inspectAndPicture("offline-start");
    return this;
  }

  public UnreachablePage has(String written) {
    window.shows(window.item(written));
    return this;
  }

  public void tellsWhomToRing() {
    window.shows(window.find(AriaRole.LINK, "Ring 113"));
    window.shows(window.find(AriaRole.LINK, "Ring legevakten, 116 117"));
  }
}
