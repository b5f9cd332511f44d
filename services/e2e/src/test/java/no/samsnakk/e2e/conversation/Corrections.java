package no.samsnakk.e2e.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import no.samsnakk.e2e.browser.Window;

/** Messages that do not stand as they were sent. */
public final class Corrections {
  private final Window window;

  public Corrections(Window window) {
    this.window = window;
  }

  /** Opens the message and chooses what to do with it. */
  public void begin(String text, String what) {
    openIt(text);
    window.tap(button(what));
  }

  public void writes(String body) {
    dialogue().getByLabel("Meldingen").fill(body);
  }

  public void confirms(String what) {
    window.tap(button(what));
    window.doesNotShow(dialogue());
  }

  public void saysBefore(String what) {
    assertThat(dialogue()).containsText(what);
  }

  public void inspect(String picture) {
    window.inspectAndPicture(picture);
  }

  /** What is told of a message that was changed or taken back, to whoever asks. */
  public void tells(String text, String what) {
    openIt(text);
    assertThat(dialogue()).containsText(what);
  }

  public void tellsNothingOf(String what) {
    assertThat(dialogue()).not().containsText(what);
  }

  public void close() {
    // The cross above is called so, too.
    window.tap(button("Lukk").last());
    window.doesNotShow(dialogue());
  }

  /** Under the message. */
  public void isMarked(String text, String how) {
    assertThat(row(text)).containsText(how);
  }

  /** Nowhere in the page, seen or not. */
  public void isNowhere(String text) {
    assertThat(window.page().locator("body")).not().containsText(text);
  }

  private void openIt(String text) {
    // Not the time of what is on its way, which opens nothing.
    window.tap(row(text).locator("button.bubble__time"));
    window.shows(dialogue());
  }

  private Locator row(String text) {
    return window
        .region("Samtalen")
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(text))
        .last();
  }

  private Locator dialogue() {
    return window.page().getByRole(AriaRole.DIALOG);
  }

  private Locator button(String name) {
    return dialogue()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
