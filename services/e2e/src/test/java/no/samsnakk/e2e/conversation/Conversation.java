package no.samsnakk.e2e.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Room;

/** The room itself: what has been said, who has read it, and where one writes. */
public final class Conversation {
  private static final String COMPOSER = "Skriv en melding";
  private static final double FAR_PX = 100_000;

  /** Longer than a row has to be on the screen to be read. */
  private static final double A_LOOK_MS = 900;

  private static final Pattern PARTICIPANTS = Pattern.compile("^\\d+ deltakere?$");

  private static final String TO_NEWEST = "Til nyeste";

  /** A service that was killed needs so long to be back on a busy machine. */
  private static final double RESTART_MS = 60_000;

  private final Window window;

  public Conversation(Window window) {
    this.window = window;
  }

  public Conversation open(Room room) {
    window.goTo("/rooms/" + room.id());
    return isOpen();
  }

  public Conversation isOpen() {
    window.shows(talk());
    return this;
  }

  public Conversation canBeWrittenIn() {
    window.shows(window.field(COMPOSER));
    return this;
  }

  public void cannotBeWrittenIn() {
    window.doesNotShow(window.field(COMPOSER));
  }

  /** What the composer says about who will read this. */
  public void saysWhoReads(String readers) {
    var afterTheRoom = Pattern.compile(".+ " + readers + "$");
    assertThat(window.field(COMPOSER)).hasAccessibleDescription(afterTheRoom);
  }

  public void compose(String text) {
    window.field(COMPOSER).fill(text);
  }

  /** Over what is being written, before it is sent. */
  public void warns(String what) {
    window.shows(window.page().getByText(what));
    window.inspectAndPicture("message-warned");
  }

  public void composerHolds(String text) {
    assertThat(window.field(COMPOSER)).hasValue(text);
  }

  public void write(String text) {
    compose(text);
    window.tap(window.button("Send"));
    window.shows(message(text));
  }

  /** What a screen reader has been told since the room was opened, in this order. */
  public void saysAloud(String... lines) {
    assertThat(window.page().getByRole(AriaRole.LOG).locator("p")).hasText(lines);
  }

  public Locator composer() {
    return window.field(COMPOSER);
  }

  public void has(String text) {
    window.shows(message(text));
  }

  /** Who came and who left, in the order in which it was. */
  public void tellsOf(String... changes) {
    var lines = talk().locator(".change");
    assertThat(lines).containsText(changes);
  }

  /** It comes, after something has been started again. */
  public void comesToHave(String text) {
    assertThat(message(text))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(RESTART_MS));
  }

  /** It is there, and it is there once. */
  public void hasOnce(String text) {
    assertThat(message(text)).hasCount(1);
  }

  public void hasNot(String text) {
    window.doesNotShow(message(text));
  }

  /** Who said it, and from where. */
  public void hasFrom(String sender, String text) {
    assertThat(message(text)).containsText(sender);
  }

  public void tells(String text, String progress) {
    assertThat(message(text)).containsText(progress);
  }

  /** By its faces; each of them has read it today, at a time that is known. */
  public void tellsWhenItWasReadBy(String text, String... names) {
    message(text)
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Lest av")))
        .click();
    var dialogue = window.page().getByRole(AriaRole.DIALOG);
    for (String name : names) {
      assertThat(
              dialogue
                  .getByRole(AriaRole.LISTITEM)
                  .filter(new Locator.FilterOptions().setHasText(name)))
          .containsText(Pattern.compile("Lest \\d\\d:\\d\\d"));
    }
    window.inspectAndPicture("readers");
    var close =
        dialogue.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lukk")).last();
    close.hover();
    window.inspect("readers-pointed-at");
    close.click();
  }

  /** Asks about a date in a message, and gives the file that she takes to her calendar. */
  public String putsIntoTheCalendar(String words, String inFull) {
    window.tap(window.button(words + ": " + inFull));
    var dialogue = window.page().getByRole(AriaRole.DIALOG);
    assertThat(dialogue).containsText(inFull);
    assertThat(dialogue).containsText("I kalenderen står det bare «Avtale» og når.");
    window.inspectAndPicture("date");
    Download file =
        window.page().waitForDownload(() -> window.tap(window.button("Legg i kalenderen")));
    window.doesNotShow(dialogue);
    assertThat(window.button(words + ": " + inFull)).isFocused();
    assertEquals("avtale.ics", file.suggestedFilename());
    return read(file);
  }

  private static String read(Download file) {
    try {
      return Files.readString(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With one tap, to the newest of what others wrote. */
  public void answersShortly(String answer) {
    window.tap(window.button(answer));
  }

  /** Nothing can be answered shortly, or has been. */
  public void offersNoShortAnswer() {
    assertThat(window.page().getByRole(AriaRole.TOOLBAR)).hasCount(0);
  }

  /** The newest message becomes a question to somebody. */
  public void asks(String name) {
    window.tap(window.button("Spør noen …"));
    inTheDialogue(name);
  }

  /** What she may do with the question that a message is. */
  public void doesWithTheQuestion(String text, String what) {
    window.tap(
        message(text)
            .getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(what).setExact(true)));
  }

  /** One of the choices that she is given. */
  public void inTheDialogue(String choice) {
    window.tap(
        window
            .page()
            .getByRole(AriaRole.DIALOG)
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(choice))
            .first());
  }

  /** Whoever is waited for stands at the top, and leads to the message. */
  public void waitsAtTheTop(String whom) {
    window.shows(window.link(whom));
  }

  /** Where there are several things, one line tells of them. */
  public void hasAtTheTop(String said) {
    assertThat(strip()).containsText(said);
  }

  /** All that the line at the top tells of. */
  public void opensWhatHappensNext() {
    window.tap(strip());
    window.shows(window.heading("Hva skjer videre"));
  }

  public void closesWhatHappensNext() {
    inTheDialogue("Lukk");
  }

  private Locator strip() {
    return window.page().locator(".strip");
  }

  /** Nobody is waited for. */
  public void waitsForNobody() {
    assertThat(strip()).hasCount(0);
  }

  public boolean isTold(String text, String progress) {
    return message(text).textContent().contains(progress);
  }

  public void noLongerTells(String text, String progress) {
    assertThat(message(text)).not().containsText(progress);
  }

  /**
   * The room is no longer this person's: nothing of what was said is left on the screen (R4), and
   * she is told why.
   */
  public void isClosed(String why) {
    window.shows(window.page().getByText(why).first());
    window.doesNotShow(talk());
    cannotBeWrittenIn();
    window.inspectAndPicture("room-closed");
  }

  /** After her own withdrawal the patient reads on, alone. */
  public void isReadOnly() {
    window.shows(window.page().getByText("Du har trukket samtykket."));
    cannotBeWrittenIn();
    window.inspectAndPicture("room-read-only");
  }

  /** From where it is to its beginning, a screen at a time. */
  public Scrolling scrollToTheBeginning() {
    return Scrolling.back(talk());
  }

  /** As many pixels with the wheel, on a phone so many times slower than this machine. */
  public Frames scrollsBack(int pixels, int slowdown) {
    return Frames.whileScrollingBack(talk(), pixels, slowdown);
  }

  /** The same in a page of the same browser with so many lines and nothing else. */
  public Frames scrollsPlainText(int lines, int pixels, int slowdown) {
    try (Page plain = window.page().context().newPage()) {
      return Frames.whileScrollingPlainText(plain, lines, pixels, slowdown);
    }
  }

  /** To the first of what is there, and looks at it. */
  public void scrollsUp() {
    scrolls(-FAR_PX);
  }

  /** To the last of it, and looks at it. */
  public void scrollsDown() {
    scrolls(FAR_PX);
  }

  private void scrolls(double pixels) {
    talk().hover();
    window.page().mouse().wheel(0, pixels);
    window.page().waitForTimeout(A_LOOK_MS);
  }

  /** It is read further up: what comes does not take it away, and is one tap off. */
  public void goToNewest() {
    window.tap(window.button(TO_NEWEST));
  }

  /** The message is out of sight, and far from it. */
  public void hasLeftBehind(String text) {
    window.shows(window.button(TO_NEWEST));
    window.doesNotShow(message(text));
  }

  public void isInspected(String picture) {
    window.inspectAndPicture(picture);
  }

  /** By the faces of those who are in. */
  public void goToParticipants() {
    window.tap(
        window.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(PARTICIPANTS)));
  }

  private Locator talk() {
    return window.region("Samtalen");
  }

  private Locator message(String text) {
    return talk().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(text));
  }
}
