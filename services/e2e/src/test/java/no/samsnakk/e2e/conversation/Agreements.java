package no.samsnakk.e2e.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import no.samsnakk.e2e.browser.Window;

/** What is agreed on in a room, and what becomes of it. */
public final class Agreements {
  private final Window window;

  public Agreements(Window window) {
    this.window = window;
  }

  /** Where one writes, and what one begins with. */
  public void begin() {
    window.tap(window.button("Vi ble enige om …"));
    window.shows(dialogue());
  }

  /** From a message, whose words are there then. */
  public void beginFrom(String text) {
    window.tap(row(text).locator(".bubble__time"));
    window.tap(button(dialogue(), "Vi ble enige om dette"));
    assertThat(what()).hasValue(text);
  }

  public void isOn(String what) {
    what().fill(what);
  }

  public void isWith(String name) {
    dialogue().getByLabel(Pattern.compile("^" + name)).check();
  }

  public void isDoneBy(String name) {
    dialogue().getByLabel("Hvem gjør det?").selectOption(name);
  }

  public void inspectTheDialogue(String picture) {
    window.inspectAndPicture(picture);
  }

  public void send() {
    window.tap(button(dialogue(), "Spør om dere er enige"));
    window.doesNotShow(dialogue());
  }

  /** With one tap. */
  public void does(String what) {
    window.tap(button(card(), what));
  }

  public void confirms(String what) {
    window.tap(button(dialogue(), what));
    window.doesNotShow(dialogue());
  }

  public void tells(String what) {
    assertThat(card()).containsText(what);
  }

  public void tellsNot(String what) {
    assertThat(card()).not().containsText(what);
  }

  public void offersNothing() {
    assertThat(card().getByRole(AriaRole.BUTTON)).hasCount(0);
  }

  private Locator what() {
    return dialogue().getByLabel("Hva er dere enige om?");
  }

  private Locator row(String text) {
    return window
        .region("Samtalen")
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  private Locator dialogue() {
    return window.page().getByRole(AriaRole.DIALOG);
  }

  /** Of the one that was changed last. */
  private Locator card() {
    return window.page().locator(".arranged").last();
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
