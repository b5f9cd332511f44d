package no.samsnakk.e2e.journey;

import java.util.List;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.stage.Samsnakk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Messaging is killed in the middle of a conversation (R2, R3). */
@Journey(oneStory = true)
@Order(20)
class KilledMessagingTest {
  private static final String BEFORE = "Dette sto her før strømmen gikk";
  private static final String DURING = "Dette ble skrevet mens den var borte";
  private static final String AFTER = "Og dette etterpå";

  private final Cast cast;
  private final Samsnakk samsnakk;
  private final Patient are;
  private final Professional vera;
  private Room room = new Room("", "", "");

  KilledMessagingTest(Cast cast, Samsnakk samsnakk) {
    this.cast = cast;
    this.samsnakk = samsnakk;
    are = cast.are();
    vera = cast.vera();
  }

  @BeforeAll
  void aConversationIsGoingOn() {
    room = cast.roomForAll("Et rom som tåler litt");
    are.opens(room).canBeWrittenIn();
    vera.opens(room).canBeWrittenIn();
    vera.writes(BEFORE);
    are.reads(BEFORE);
  }

  @Test
  @Order(1)
  void r2NothingIsLostOrDoubledAndBothGoOnByThemselves() {
    samsnakk.kills("messaging");
    are.writes(DURING);

    vera.conversation().comesToHave(DURING);
    vera.writes(AFTER);
    are.reads(AFTER);

    for (String text : List.of(BEFORE, DURING, AFTER)) {
      are.conversation().hasOnce(text);
      vera.conversation().hasOnce(text);
    }
  }

  @Test
  @Order(2)
  void r3AFreshLookShowsTheSame() {
    vera.opens(room);
    for (String text : List.of(BEFORE, DURING, AFTER)) {
      vera.conversation().hasOnce(text);
    }
  }
}
