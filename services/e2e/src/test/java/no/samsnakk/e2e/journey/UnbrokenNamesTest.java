package no.samsnakk.e2e.journey;

import static no.samsnakk.contracts.time.Patience.await;

import no.samsnakk.e2e.browser.Unbroken;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Auditor;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Person;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.signin.Menu;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Long names, titles and addresses without a space: no screen of a phone scrolls sideways. */
@Journey
@Order(11)
class UnbrokenNamesTest {
  private final Cast cast;
  private final Patient are;
  private final Professional kari;
  private final Professional vera;
  private final Auditor anne;
  private Room room = new Room("", "", "");
  private Room proposed = room;
  private Room half = room;

  UnbrokenNamesTest(Cast cast) {
    this.cast = cast;
    are = cast.are();
    kari = cast.kari();
    vera = cast.vera();
    anne = cast.anne();
  }

  @BeforeAll
  void threeRoomsAndAConversation() {
    room = cast.roomForAll("Uten mellomrom");
    proposed = kari.hasProposedARoomFor(are.who(), "Ikke svart på", vera);
    half = kari.hasProposedARoomFor(are.who(), "Noen venter", cast.frida(), vera);
    are.letsInOnly(cast.frida(), half);
    kari.opens(room).write(Unbroken.WORD + Unbroken.WORD);
    vera.opens(room).has(Unbroken.WORD + Unbroken.WORD);
    vera.writes("https://example.no/" + Unbroken.WORD + "?" + Unbroken.WORD);
    cast.signIn(anne);
  }

  @Test
  @Order(1)
  void thePatientsScreensFit() {
    String at = "/rooms/" + room.id();
    fit(
        are,
        "/",
        at,
        at + "/participants",
        at + "/consent",
        at + "/seen",
        "/rooms/" + proposed.id() + "/consent",
        "/rooms/" + half.id() + "/approvals",
        "/address",
        "/sessions");
  }

  @Test
  @Order(2)
  void theHelpersScreensFit() {
    String at = "/rooms/" + room.id();
    fit(kari, "/", at, at + "/participants", "/rooms/" + proposed.id());
    fit(vera, at);
  }

  @Test
  @Order(3)
  void theProposalFitsWithAllThatIsWrongAndAllThatIsFound() {
    Window window = kari.opensASecondTab();
    Unbroken unbroken = Unbroken.in(window);
    window.goTo("/rooms/new");
    window.field("Pasientens navn").fill(Unbroken.WORD.repeat(3));
    window.field("Hva skal rommet brukes til?").fill(Unbroken.WORD.repeat(4));
    window.searchbox("Søk etter navn eller virksomhet").fill("Vera");
    window.shows(window.page().getByText(Unbroken.WORD).first());
    fits(unbroken, "/rooms/new with what was found");
    window.tap(window.page().locator("ul.directory button").first());
    window.tap(window.page().locator("button[type=submit]"));
    window.shows(window.page().locator(".aksel-error-summary"));
    fits(unbroken, "/rooms/new with what is wrong");
    window.page().close();
  }

  @Test
  @Order(4)
  void theAuditorsScreenFits() {
    Window window = anne.opensASecondTab();
    Unbroken unbroken = Unbroken.in(window);
    window.goTo("/audit");
    window.field("Hvorfor søker du?").fill(Unbroken.WORD);
    window.tap(window.button("Søk"));
    window.shows(window.page().getByText(Unbroken.WORD).first());
    fits(unbroken, "/audit");
    window.page().close();
  }

  private void fit(Person person, String... paths) {
    Window window = person.opensASecondTab();
    Unbroken unbroken = Unbroken.in(window);
    for (String path : paths) {
      window.goTo(path);
      window.shows(window.page().locator("h1").first());
      if (namesSomebody(path)) {
        var word = window.page().getByText(Unbroken.WORD).first();
        await().alias("a long word on " + path).until(word::isVisible);
      }
      fits(unbroken, path);
      window.inspect("unbroken" + path);
    }
    new Menu(window).open();
    fits(unbroken, "the menu");
    window.page().close();
  }

  /** Neither a consent that was given nor the sessions say anything that somebody typed. */
  private boolean namesSomebody(String path) {
    return !path.equals("/rooms/" + room.id() + "/consent") && !path.equals("/sessions");
  }

  private static void fits(Unbroken unbroken, String screen) {
    for (int width : new int[] {390, 320}) {
      await()
          .alias(screen + " at " + width)
          .until(() -> unbroken.beyond(width), beyond -> beyond.isEmpty());
    }
  }
}
