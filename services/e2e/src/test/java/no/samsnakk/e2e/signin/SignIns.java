package no.samsnakk.e2e.signin;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import no.samsnakk.e2e.browser.Window;

/** "Innlogginger": where one is signed in, and the way to end it from here. */
public final class SignIns {
  private static final String OTHERS = "Logg ut alle de andre";

  private final Window window;

  public SignIns(Window window) {
    this.window = window;
  }

  /** From the menu, as one does. */
  public SignIns open() {
    new Menu(window).choose("Innlogginger");
    window.shows(window.title("Innlogginger"));
    return this;
  }

  /** The one that one looks from; it has nothing to tap. */
  public SignIns areFromHere(String device) {
    Locator here = window.item(device);
    window.shows(here.getByText("Du er her"));
    window.doesNotShow(here.getByRole(AriaRole.BUTTON));
    return this;
  }

  public SignIns areAlsoAt(String device) {
    window.shows(window.item(device));
    return this;
  }

  public SignIns areNoLongerAt(String device) {
    window.doesNotShow(window.item(device));
    return this;
  }

  public void end(String device) {
    window.tap(window.button(Pattern.compile("^Logg ut " + device + "\\.")));
  }

  public void endOthers() {
    window.tap(window.button(OTHERS));
  }

  public SignIns cannotEndOthers() {
    window.doesNotShow(window.button(OTHERS));
    return this;
  }

  public SignIns say(String text) {
    window.shows(window.page().getByText(text));
    return this;
  }

  public SignIns areInspected(String screen) {
    window.inspectAndPicture(screen);
    return this;
  }
}
