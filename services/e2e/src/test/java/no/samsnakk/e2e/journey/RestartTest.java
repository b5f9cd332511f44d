package no.samsnakk.e2e.journey;

import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.stage.Samsnakk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Down and up again: once people have signed in anew, everything is as it was. The last of all,
 * since it closes the house.
 */
@Journey(oneStory = true)
@Order(100)
class RestartTest {
  private static final String SAID = "Dette skal stå her i morgen også";

  private final Cast cast;
  private final Samsnakk samsnakk;
  private final Professional kari;
  private final Patient are;
  private Room room = new Room("", "", "");

  RestartTest(Cast cast, Samsnakk samsnakk) {
    this.cast = cast;
    this.samsnakk = samsnakk;
    kari = cast.kari();
    are = cast.are();
  }

  @BeforeAll
  void somethingIsSaidAndReadBeforeItStops() {
    room = cast.roomForAll("Et rom som står til i morgen");
    kari.opens(room).write(SAID);
    are.opens(room).has(SAID);
    samsnakk.down();
    samsnakk.up();
    // Else they would be signed out in the middle of what they do (decision 35).
    kari.comesToBeSignedOut();
    are.comesToBeSignedOut();
  }

  @Test
  @Order(1)
  void karisListHasTheRoomAndTheRoomHasWhatWasSaid() {
    kari.isSignedIn();
    kari.findsTheRoom(room);
    kari.opens(room).hasOnce(SAID);
  }

  @Test
  @Order(2)
  void aresAccessLogStillTellsWhatWasDoneBefore() {
    are.isSignedIn();
    are.asksWhoHasSeen(room).tells("Kari Kommunepsykolog", "skrev en melding", "Askøy kommune");
  }

  @Test
  @Order(3)
  void theConversationGoesOn() {
    are.opens(room).write("God morgen");
    kari.reads("God morgen");
  }
}
