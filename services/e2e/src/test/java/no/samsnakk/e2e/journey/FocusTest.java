package no.samsnakk.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import no.samsnakk.e2e.browser.Keyboard;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Auditor;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Device;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.rooms.ProposalForm;
import no.samsnakk.e2e.signin.Menu;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Whoever comes to another screen is at its heading. With a finger: with a keyboard at hand one is
 * at once where one writes in a room, which KeyboardTest sees.
 */
@Journey
@Order(13)
class FocusTest {
  private static final String ROOM = "Rommet";

  /** What stands between the heading and where one writes costs no more. */
  private static final int FEW_TABS = 3;

  private final Cast cast;
  private final Patient are;
  private final Professional kari;
  private final Auditor anne;
  private Room room = new Room("", "", "");

  FocusTest(Cast cast) {
    this.cast = cast;
    Cast byTouch = cast.at(Device.TOUCHED_PHONE);
    are = byTouch.are();
    kari = byTouch.kari();
    anne = byTouch.anne();
  }

  @BeforeAll
  void aRoom() {
    cast.signIn(kari, are, anne);
    room = cast.roomForAll("Et rom å gå rundt i");
    kari.opens(room).write("Hei, Are");
  }

  @Test
  @Order(1)
  void onThePatientsScreens() {
    Window window = are.window();
    are.opensMyRooms().enter(room);
    window.hasArrivedAt(room.purpose(), ROOM);
    are.conversation().has("Hei, Are");
    are.conversation().goToParticipants();
    window.hasArrivedAt("Deltakere");
    window.tap(window.link("Til rommet"));
    window.hasArrivedAt(room.purpose(), ROOM);
    goesByMenu(window, "Hvem har sett", "Hvem har sett rommet mitt");
    window.page().goBack();
    window.hasArrivedAt(room.purpose(), ROOM);
    goesByMenu(window, "Ditt samtykke", "Ditt samtykke");
    goesRoundTheMenu(window);
  }

  @Test
  @Order(2)
  void onThoseWhereThePatientAnswers() {
    Room asked = kari.hasProposedARoomFor(are.who(), "Et rom å svare i", cast.frida());
    Window window = are.window();
    var rooms = are.opensMyRooms();
    rooms.answerWhatWaits("Les og svar");
    window.hasArrivedAt("Spørsmål til deg");
    window.tap(window.button("Nei, ikke nå"));
    window.hasArrivedAt("Rommet er ikke åpent", ROOM);
    window.tap(window.link("Se på samtykket igjen"));
    window.hasArrivedAt("Vil du åpne rommet igjen?");
    are.consent().opensAgain();
    window.hasArrivedAt("Hvem vil du ha med?");
    window.tap(window.link("Gå til rommet"));
    window.hasArrivedAt(asked.purpose(), ROOM);
  }

  @Test
  @Order(3)
  void fromTheHeadingOfARoomToWhereOneWrites() {
    are.opensMyRooms().enter(room);
    are.window().hasArrivedAt(room.purpose(), ROOM);
    are.conversation().has("Hei, Are");

    Keyboard keyboard = are.window().keyboard();
    int tabs = keyboard.tabTo(are.window().link("Hopp til der du skriver"));
    keyboard.press("Enter");

    assertThat(are.conversation().composer()).isFocused();
    assertThat(tabs).isLessThanOrEqualTo(FEW_TABS);
  }

  @Test
  @Order(4)
  void onTheHelpersScreens() {
    Window window = kari.window();
    kari.opensMyRooms().goToProposing();
    window.hasArrivedAt("Foreslå et rom");
    new ProposalForm(window).isShown().patient(are.who()).purpose("Et rom til").send();
    window.hasArrivedAt(are.name(), ROOM);
    goesRoundTheMenu(window);
    kari.myRooms().enter(room);
    window.hasArrivedAt(are.name(), ROOM);
    kari.conversation().goToParticipants();
    window.hasArrivedAt("Deltakere");
    window.tap(window.link("Til rommet"));
    window.hasArrivedAt(are.name(), ROOM);
  }

  @Test
  @Order(5)
  void whenARoomClosesWhereSheIs() {
    kari.opensMyRooms().enter(room);
    kari.conversation().canBeWrittenIn();

    are.withdraws(room);

    kari.window().hasArrivedAt("Rommet er stengt", ROOM);
  }

  @Test
  @Order(6)
  void onTheAuditorsScreens() {
    anne.opensMyRooms();
    goesByMenu(anne.window(), "Søk i innsynsloggen", "Søk i innsynsloggen");
    goesRoundTheMenu(anne.window());
  }

  /** What everybody has in the menu, and home. */
  private static void goesRoundTheMenu(Window window) {
    goesByMenu(window, "Hvor du får beskjed", "Hvor du får beskjed");
    goesByMenu(window, "Innlogginger", "Innlogginger");
    goesByMenu(window, "Hjelp", "Hjelp");
    goesByMenu(window, "Mine rom", "Mine rom");
    goesByMenu(window, "Hjelp", "Hjelp");
    window.tap(window.link("Samsnakk, til mine rom"));
    window.hasArrivedAt("Mine rom");
  }

  private static void goesByMenu(Window window, String item, String heading) {
    new Menu(window).choose(item);
    window.hasArrivedAt(heading);
  }
}
