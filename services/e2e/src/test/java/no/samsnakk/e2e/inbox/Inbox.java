package no.samsnakk.e2e.inbox;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import no.samsnakk.contracts.time.Patience;
import no.samsnakk.e2e.browser.Window;

/** The page of the mail catcher: what would have gone to people's own e-mail. */
public final class Inbox {
  private final Window window;
  private final String address;

  public Inbox(Window window, String address) {
    this.window = window;
    this.address = address;
  }

  public Inbox open() {
    window.leaveFor(address + "/");
    window.shows(window.title("Innboks"));
    return this;
  }

  /** How many e-mails this address has been sent. */
  public int lettersTo(String email) {
    return open().to(email).count();
  }

  /** Looks again until there are more than so many. */
  public Inbox awaitMoreThan(int before, String email) {
    Patience.await()
        .ignoreExceptionsInstanceOf(PlaywrightException.class)
        .until(() -> lettersTo(email) > before);
    window.inspectAndPicture("inbox");
    return this;
  }

  /** Opens the newest to this address, and answers with all that stands in it. */
  public String newestTo(String email) {
    to(email).first().click();
    Locator letter = window.page().getByRole(AriaRole.ARTICLE);
    window.shows(letter);
    window.inspectAndPicture("letter");
    return letter.innerText();
  }

  private Locator to(String email) {
    return window
        .page()
        .getByRole(AriaRole.LINK)
        .filter(new Locator.FilterOptions().setHasText(email));
  }
}
