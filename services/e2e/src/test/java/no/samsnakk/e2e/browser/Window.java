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
  private final Taps taps;
  private final boolean touched;

  /**
   * @param touched it is tapped with a finger, not with a mouse
   */
  public Window(
      Page page,
      String viewer,
      String app,
      boolean touched,
      Inspection inspection,
      Pictures pictures) {
    this.page = page;
    this.viewer = viewer;
    this.touched = touched;
    this.taps = Taps.of(page);
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

  /** One tap. */
  public void tap(Locator what) {
    if (touched) {
      what.tap();
    } else {
      what.click();
    }
  }

  /** So many taps at the one spot where it is now, as fast as a trembling finger. */
  public void taps(Locator what, int times) {
    ready(what);
    var spot = what.boundingBox();
    double x = spot.x + spot.width / 2;
    double y = spot.y + spot.height / 2;
    for (int tap = 0; tap < times; tap++) {
      if (touched) {
        page.touchscreen().tap(x, y);
      } else {
        page.mouse().click(x, y);
      }
    }
  }

  /**
   * For its first second some buttons take no tap, and Playwright scrolls to and fro to find a way.
   */
  public Locator ready(Locator button) {
    button.click(new Locator.ClickOptions().setTrial(true));
    return button;
  }

  /** How many taps since the last time somebody asked: effort is a rule here (R5). */
  public int taps() {
    return taps.sinceAsked();
  }

  /**
   * She has come here from another screen: its heading has the focus, so that a screen reader says
   * where she is, and so says the title, which names nobody (R9).
   */
  public void hasArrivedAt(String heading, String title) {
    assertThat(title(heading)).isFocused();
    assertThat(page)
        .hasTitle(Pattern.compile("^(\\(\\d+\\) )?" + title.replace("?", "\\?") + " – Samsnakk$"));
  }

  public void hasArrivedAt(String heading) {
    hasArrivedAt(heading, heading);
  }

  public Keyboard keyboard() {
    return new Keyboard(page);
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
    pictures.of(page, screen, viewer);
  }
}
