package no.samsnakk.e2e.signin;

import com.microsoft.playwright.options.AriaRole;
import no.samsnakk.e2e.browser.Window;

/** The menu at the top of every screen. */
public final class Menu {
  private final Window window;

  public Menu(Window window) {
    this.window = window;
  }

  public void signOut() {
    choose("Logg ut");
    window.shows(window.link("Logg inn med BankID"));
  }

  public void choose(String item) {
    open();
    window.tap(window.find(AriaRole.MENUITEM, item));
  }

  public void open() {
    window.tap(window.button("Meny"));
  }
}
