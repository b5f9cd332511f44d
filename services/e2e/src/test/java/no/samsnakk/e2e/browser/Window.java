package no.samsnakk.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/**
 * One browser window, seen as somebody sees it who hears what is on the screen: everything is found
 * by its role and its accessible name.
 */
public final class Window {
  private final Page page;
  private final String viewer;
  private final String app;
  private final Inspection inspection;
  private final Pictures pictures;
  private int taps;

  public Window(Page page, String viewer, String app, Inspection inspection, Pictures pictures) {
    this.page = page;
    this.viewer = viewer;
    this.app = app;
    this.inspection = inspection;
    this.pictures = pictures;
    page.setDefaultTimeout(Chromium.PATIENCE_MS);
    page.setDefaultNavigationTimeout(2 * Chromium.PATIENCE_MS);
    inspection.follow(page);
  }

  public Page page() {
    return page;
  }

  /** Goes to an address of the app: {@code /}, {@code /rooms/…}. */
  public void goTo(String path) {
    page.navigate(app + path);
  }

  public boolean isAtTheApp() {
    return page.url().startsWith(app + "/");
  }

  /** Goes to an address outside the app, such as the inbox. */
  public void leaveFor(String url) {
    page.navigate(url);
  }

  public Locator heading(String name) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  public Locator title(String name) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1).setExact(true));
  }

  public Locator button(String name) {
    return find(AriaRole.BUTTON, name);
  }

  public Locator button(Pattern name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  public Locator link(String name) {
    return find(AriaRole.LINK, name);
  }

  public Locator field(String name) {
    return find(AriaRole.TEXTBOX, name);
  }

  public Locator find(AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Something in a list, or several, that contain the text. */
  public Locator item(String text) {
    return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(text));
  }

  public Locator searchbox(String name) {
    return find(AriaRole.SEARCHBOX, name);
  }

  /** A part of the screen that can be jumped to. */
  public Locator region(String name) {
    return find(AriaRole.REGION, name);
  }

  /** One tap, which is counted. */
  public void tap(Locator what) {
    what.click();
    taps++;
  }

  /** How many taps since the last time somebody asked: effort is a rule here (R5). */
  public int taps() {
    int counted = taps;
    taps = 0;
    return counted;
  }

  public void shows(Locator what) {
    assertThat(what).isVisible();
  }

  public void doesNotShow(Locator what) {
    assertThat(what).hasCount(0);
  }

  /** The screen is complete: it is looked at as WCAG does. */
  public void inspect(String screen) {
    inspection.of(page, screen, viewer);
  }

  /** As {@link #inspect}, and a picture is taken of it. */
  public void inspectAndPicture(String screen) {
    inspect(screen);
    pictures.of(page, screen);
  }
}
