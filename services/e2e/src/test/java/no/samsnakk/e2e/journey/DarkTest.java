package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.signin.Menu;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Dark where the device is dark, light again where somebody wants that, and readable in both. */
@Journey(oneStory = true)
@Order(8)
class DarkTest {
  private final Cast cast;
  private final Professional kari;
  private final Patient are;
  private Room room = new Room("", "", "");

  DarkTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    are = cast.are();
  }

  @Test
  @Order(1)
  void onADarkDeviceEveryScreenOfTheRoomIsDarkAndCanBeRead() {
    room = cast.roomForAll("Et rom om natta");
    kari.opens(room).write("Sover du?");
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

    are.opens(room).has("Sover du?");
    are.writes("Nei, ikke ennå");
    window().inspect("room-dark");
    Stream.of("", "/rooms/" + room.id() + "/participants", "/rooms/" + room.id() + "/consent")
        .forEach(this::isDarkAt);
    are.asksWhoHasSeen(room);
    window().inspect("seen-dark");
  }

  private void isDarkAt(String path) {
    window().goTo(path);
    assertThat(ground()).as("behind " + path).isEqualTo("dark");
    window().inspect("dark");
  }

  @Test
  @Order(2)
  void whatIsChosenInTheMenuStays() {
    new Menu(window()).chooseLooks("Lyst");
    assertThat(ground()).isEqualTo("light");
    page().reload();
    are.opensMyRooms();
    assertThat(ground()).isEqualTo("light");

    new Menu(window()).chooseLooks("Som enheten");
    assertThat(ground()).isEqualTo("dark");
  }

  @AfterAll
  void byDayAgain() {
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private Window window() {
    return are.window();
  }

  private Page page() {
    return window().page();
  }

  /** What the eye says of the colour behind everything. */
  private String ground() {
    return (String)
        page()
            .evaluate(
                """
                () => {
                  const colour = getComputedStyle(document.querySelector('.app')).backgroundColor;
                  const [r, g, b] = colour.match(/\\d+/g).map(Number);
                  return r + g + b < 384 ? 'dark' : 'light';
                }""");
  }
}
