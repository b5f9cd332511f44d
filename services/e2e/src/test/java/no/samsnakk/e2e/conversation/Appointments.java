package no.samsnakk.e2e.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Pattern;
import no.samsnakk.e2e.browser.Window;

/** Times that are proposed in a room, and what becomes of them. */
public final class Appointments {
  private final Window window;

  public Appointments(Window window) {
    this.window = window;
  }

  /** Where one writes, and what one begins with. */
  public void begin() {
    window.tap(window.button("Foreslå tider"));
    window.shows(dialogue());
  }

  public void isFor(String what) {
    dialogue().getByLabel("Hva gjelder det?").fill(what);
  }

  public void isWith(String name) {
    dialogue().getByLabel(Pattern.compile("^" + name)).check();
  }

  public void isAt(String place) {
    dialogue().getByLabel(Pattern.compile("^Hvor\\?")).fill(place);
  }

  /** The first, the second … */
  public void time(int number, LocalDate day, String clock) {
    dialogue().getByLabel("Dag " + number).fill(day.toString());
    dialogue().getByLabel("Klokkeslett " + number).fill(clock);
  }

  public void inspectTheDialogue(String picture) {
    window.inspectAndPicture(picture);
  }

  public void send() {
    window.tap(button(dialogue(), "Send forslag"));
    window.doesNotShow(dialogue());
  }

  /** With one tap. */
  public void choose(String time) {
    window.tap(button(card(), Pattern.compile("^Velg .*" + time)));
  }

  public void settle(String time) {
    window.tap(button(card(), Pattern.compile("^Avtal .*" + time)));
  }

  public void fits(String time) {
    card().getByLabel(Pattern.compile("^Passer .*" + time)).check();
  }

  public void does(String what) {
    window.tap(button(card(), what));
  }

  /** With one that stands further up, whose row says this. */
  public void does(String what, String said) {
    window.tap(button(rowThatSays(said), what));
  }

  private Locator rowThatSays(String said) {
    return window
        .region("Samtalen")
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(said));
  }

  public void confirms(String what) {
    window.tap(button(dialogue(), what));
    window.doesNotShow(dialogue());
  }

  public void tells(String what) {
    assertThat(card()).containsText(what);
  }

  public void offersNothing() {
    assertThat(card().getByRole(AriaRole.BUTTON)).hasCount(0);
  }

  /** What stood further up leads to what holds now. */
  public void leadsOn(String from) {
    window.tap(rowThatSays(from).getByText("Se hva som gjelder nå"));
    assertThat(card()).isInViewport();
  }

  /** What a calendar is told. */
  public String file(String button) {
    Download file = window.page().waitForDownload(() -> does(button));
    try {
      return Files.readString(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Locator dialogue() {
    return window.page().getByRole(AriaRole.DIALOG);
  }

  /** Of the one that was changed last. */
  private Locator card() {
    return window
        .page()
        .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Avtalen"))
        .last();
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator button(Locator within, Pattern name) {
    return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }
}
