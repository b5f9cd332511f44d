package no.samsnakk.e2e.journey;

import static no.samsnakk.contracts.time.Patience.await;

import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Vera writes more than fits on Are's phone. */
@Journey(oneStory = true)
@Order(10)
class LongMessageTest {
  private static final String BEGINNING = "Hei Are, dette ble langt.";
  private static final String LONG = BEGINNING + " Vi tar det sammen på torsdag.".repeat(150);

  private final Cast cast;
  private final Patient are;
  private final Professional vera;

  LongMessageTest(Cast cast) {
    this.cast = cast;
    are = cast.are();
    vera = cast.vera();
  }

  @BeforeAll
  void sheWritesWhileHeIsAtTheEndOfTheRoom() {
    Room room = cast.roomForAll("Et rom med lange meldinger");
    are.opens(room).canBeWrittenIn();
    vera.opens(room).write(LONG);
    are.conversation().has(BEGINNING);
  }

  @Test
  @Order(1)
  void r6WhoHasSeenOneEndOfItHasNotReadIt() {
    are.conversation().scrollsDown();

    vera.conversation().tells(BEGINNING, "Framme hos Are");
    vera.conversation().noLongerTells(BEGINNING, "Lest av Are");
  }

  @Test
  @Order(2)
  void r6WhoReadsItFromOneEndToTheOtherHasReadIt() {
    await()
        .until(
            () -> {
              are.conversation().scrollsUp();
              are.conversation().scrollsDown();
              return vera.conversation().isTold(BEGINNING, "Lest av Are");
            });
  }
}
