package no.samsnakk.e2e.signin;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import no.samsnakk.e2e.browser.Window;

/** The menu at the top of every screen; its words are those of the language that is spoken. */
public final class Menu {
  private static final Pattern MENU = Pattern.compile("^Men[yu]$");
  private static final Pattern LOOKS =
      Pattern.compile("^(Språk og utseende|Språk og utsjånad|Language and looks)$");
  private static final Pattern DONE = Pattern.compile("^(Ferdig|Done)$");

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
    window.tap(window.button(MENU));
  }

  /** How it speaks or looks, as the radio button says it. */
  public void chooseLooks(String choice) {
    open();
    window.tap(window.page().getByRole(AriaRole.MENUITEM, named(LOOKS)));
    window.shows(window.page().getByRole(AriaRole.DIALOG));
    window.inspectAndPicture("looks");
    window.tap(window.find(AriaRole.RADIO, choice));
    window.tap(window.button(DONE));
  }

  private static Page.GetByRoleOptions named(Pattern name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
