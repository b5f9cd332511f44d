package no.samsnakk.e2e.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** All that somebody has who uses no pointer. */
public final class Keyboard {
  private static final int MOST_TABS = 60;

  private final Page page;

  Keyboard(Page page) {
    this.page = page;
  }

  /** From where the focus is, and answers with how many Tabs it was. */
  public int tabTo(Locator what) {
    return to(what, "Tab");
  }

  public int tabBackTo(Locator what) {
    return to(what, "Shift+Tab");
  }

  /** Down a menu. */
  public void arrowTo(Locator what) {
    to(what, "ArrowDown");
  }

  /** Goes there, and does what Enter does there. */
  public void choose(Locator what) {
    tabTo(what);
    press("Enter");
  }

  public void press(String key) {
    page.keyboard().press(key);
  }

  public void type(String text) {
    page.keyboard().type(text);
  }

  private int to(Locator what, String key) {
    what.waitFor();
    for (int tabs = 0; tabs <= MOST_TABS; tabs++) {
      if ((boolean) what.evaluate("it => it === document.activeElement")) {
        return tabs;
      }
      press(key);
    }
    throw new AssertionError("no %s leads to %s".formatted(key, what));
  }
}
