package no.samsnakk.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import no.samsnakk.e2e.browser.Keyboard;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A patient without a pointer: everything that is his to do. */
@Journey(oneStory = true)
@Order(13)
class KeyboardTest {
  private static final String WRITTEN = "Skrevet uten mus";

  private final Cast cast;
  private final Professional kari;
  private final Professional vera;
  private final Professional frida;
  private final Patient are;
  private final Window window;
  private final Keyboard keyboard;
  private Room room = new Room("", "", "");

  KeyboardTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    vera = cast.vera();
    frida = cast.frida();
    are = cast.are();
    window = are.window();
    keyboard = window.keyboard();
  }

  @BeforeAll
  void aQuestionWaits() {
    cast.signIn(kari, vera, frida, are);
    room = kari.hasProposedARoomFor(are.who(), "Et rom for tastatur", frida, vera);
    are.opensMyRooms();
  }

  @Test
  @Order(1)
  void consents() {
    keyboard.choose(window.link("Les og svar").first());
    are.consent().asks(kari.name(), room);

    keyboard.choose(window.ready(window.button("Ja, jeg samtykker")));

    are.approvals().isShown();
  }

  @Test
  @Order(2)
  void approves() {
    keyboard.choose(window.ready(window.button("Godkjenn " + frida.name())));
    are.approvals().isHeld(frida.name());

    keyboard.choose(window.button("Angre svaret om " + frida.name()));
    keyboard.choose(window.ready(window.button("Godkjenn " + frida.name())));
    are.approvals().isHeld(frida.name());
    keyboard.choose(window.button("Nei takk til " + vera.name()));
    are.approvals().isHeld(vera.name());
    keyboard.choose(window.link("Gå til rommet"));

    are.conversation().canBeWrittenIn();
    frida.opens(room).canBeWrittenIn();
    vera.seesNothingOf(room);
  }

  @Test
  @Order(3)
  void writes() {
    assertThat(are.conversation().composer()).isFocused();

    keyboard.type(WRITTEN);
    keyboard.press("Enter");

    are.reads(WRITTEN);
    frida.reads(WRITTEN);
    assertThat(are.conversation().composer()).isFocused();
  }

  @Test
  @Order(4)
  void withdraws() {
    keyboard.tabBackTo(window.button("Meny"));
    keyboard.press("Enter");
    keyboard.arrowTo(window.find(AriaRole.MENUITEM, "Ditt samtykke"));
    keyboard.press("Enter");
    window.hasArrivedAt("Ditt samtykke");

    keyboard.choose(window.button("Steng rommet (trekk samtykket)"));

    are.consent().isWithdrawn();
    frida.isCutOffBy(are);
  }
}
