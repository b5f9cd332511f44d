package no.samsnakk.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** At a desk the list stays beside the conversation, and the keyboard is enough. */
@Journey(oneStory = true)
@Order(8)
class TwoPanesTest {
  private final Cast cast;
  private final Professional kari;
  private Room first = new Room("", "", "");
  private Room second = new Room("", "", "");

  TwoPanesTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
  }

  @BeforeAll
  void sheHasTwoRooms() {
    first = cast.roomForAll("Et rom ved siden av");
    second = cast.roomForAll("Et rom under det");
    page().setViewportSize(1000, 800);
  }

  @AfterAll
  void onThePhoneAgain() {
    page().setViewportSize(390, 844);
  }

  @Test
  @Order(1)
  void theListStaysWhereItIsWhenSheGoesToAnotherRoom() {
    kari.opens(first).canBeWrittenIn();
    isCurrent(first);
    kari.window().inspect("two-panes");

    inList(second).click();

    isCurrent(second);
    kari.conversation().canBeWrittenIn();
    kari.writes("Dette er det andre rommet");
    kari.reads("Dette er det andre rommet");
  }

  @Test
  @Order(2)
  void altAndAnArrowLeadToTheRoomAboveAndBelow() {
    kari.opens(second).canBeWrittenIn();
    isCurrent(second);

    page().keyboard().press("Alt+ArrowDown");
    assertThat(inList(second)).not().hasAttribute("aria-current", "page");
    kari.conversation().canBeWrittenIn();

    page().keyboard().press("Alt+ArrowUp");
    isCurrent(second);
  }

  @Test
  @Order(3)
  void onAPhoneTheConversationHasItAll() {
    page().setViewportSize(899, 800);
    assertThat(list()).not().isVisible();
  }

  private void isCurrent(Room room) {
    assertThat(inList(room)).hasAttribute("aria-current", "page");
  }

  private Locator inList(Room room) {
    return list()
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(room.purpose()))
        .getByRole(AriaRole.LINK)
        .first();
  }

  private Locator list() {
    return page().getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Mine rom"));
  }

  private Page page() {
    return kari.window().page();
  }
}
