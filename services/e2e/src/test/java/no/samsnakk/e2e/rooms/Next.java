package no.samsnakk.e2e.rooms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.signin.Menu;

/**
 * "Hva skjer videre": what waits for her, what is agreed and what waits for others, in all her
 * rooms.
 */
public final class Next {
  private static final String TITLE = "Hva skjer videre";

  private final Window window;

  public Next(Window window) {
    this.window = window;
  }

  /** From the menu, wherever she is. */
  public Next open() {
    new Menu(window).choose(TITLE);
    return isShown();
  }

  /** From the list, where it says how much there is and not when. */
  public Next openFromTheList() {
    window.tap(window.link(TITLE));
    return isShown();
  }

  private Next isShown() {
    window.shows(window.title(TITLE));
    window.doesNotShow(window.find(AriaRole.STATUS, "Henter …"));
    return this;
  }

  /** All of this stands under what is agreed, about one time. */
  public Next agreed(String... said) {
    return has("Avtalt", said);
  }

  /** All of this stands about one thing under what people agree on. */
  public Next agreedOn(String... said) {
    return has("Enige om", said);
  }

  private Next has(String part, String... said) {
    Locator one = window.region(part).getByRole(AriaRole.LISTITEM);
    for (String it : said) {
      one = one.filter(new Locator.FilterOptions().setHasText(it));
    }
    assertThat(one.first()).isVisible();
    return this;
  }

  public Next picture(String name) {
    window.inspectAndPicture(name);
    return this;
  }
}
