package no.samsnakk.e2e.journey;

import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.rooms.ProposalForm;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Are writes on the bus, and the network goes. */
@Journey(oneStory = true)
@Order(8)
class OfflineTest {
  private static final String NOT_YET = "Ikke sendt ennå";
  private static final String WRITTEN = "Bussen er forsinket, jeg kommer litt senere";

  private static final String PURPOSE = "Holde hverandre oppdatert";

  private final Cast cast;
  private final Patient are;
  private final Professional vera;
  private Room room = new Room("", "", "");

  OfflineTest(Cast cast) {
    this.cast = cast;
    are = cast.are();
    vera = cast.vera();
  }

  @BeforeAll
  void bothHaveTheRoomOpen() {
    room = cast.roomForAll("Et rom på farten");
    are.opens(room).canBeWrittenIn();
    vera.opens(room).canBeWrittenIn();
    // A browser whose network goes while it fetches the app for the device says so in its console.
    are.hasTheAppOnTheDevice();
  }

  @AfterAll
  void theNetworkIsBackWhateverHappened() {
    are.isBackOnline();
  }

  @Test
  @Order(1)
  void whatIsWrittenWithoutNetworkIsKeptAndShownAsNotSent() {
    are.goesOffline();

    are.writes(WRITTEN);
    are.conversation().tells(WRITTEN, NOT_YET);
    are.conversation().compose("Og et utkast");
    are.conversation().isInspected("room-offline");

    vera.conversation().hasNot(WRITTEN);
  }

  @Test
  @Order(2)
  void whenTheNetworkIsBackItIsSentOnce() {
    are.isBackOnline();

    vera.reads(WRITTEN);
    are.conversation().noLongerTells(WRITTEN, NOT_YET);
    are.conversation().composerHolds("Og et utkast");
    vera.conversation().hasOnce(WRITTEN);
    are.conversation().hasOnce(WRITTEN);
    vera.opens(room).hasOnce(WRITTEN);
  }

  @Test
  @Order(3)
  void withoutNetworkTheAppOpensOnAPageThatSaysSoAndKeepsWhatWasWritten() {
    are.opens(room).canBeWrittenIn();
    are.goesOffline();

    are.opensWithoutNetwork(room).isShown().has("Og et utkast").tellsWhomToRing();
  }

  @Test
  @Order(4)
  void itComesBackByItself() {
    are.isBackOnline();

    are.conversation().canBeWrittenIn();
    are.conversation().composerHolds("Og et utkast");
  }

  @Test
  @Order(9)
  void r9AProposalThatWasBegunIsThereAgainButNotTheNumber() {
    vera.opensMyRooms().goToProposing();
    new ProposalForm(vera.window())
        .isShown()
        .patient(are.who())
        .purpose(PURPOSE)
        .helper(cast.sara().name());
    vera.window().goTo("/");

    vera.opensMyRooms().goToProposing();
    new ProposalForm(vera.window())
        .isShown()
        .isAsLeft(are.who(), PURPOSE, cast.sara().name())
        .startOver();
  }
}
