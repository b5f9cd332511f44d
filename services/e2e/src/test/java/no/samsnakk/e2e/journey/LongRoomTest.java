package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import no.samsnakk.e2e.conversation.Scrolling;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Are reads back through years, on his phone. */
@Journey(oneStory = true)
@Order(9)
class LongRoomTest {
  private static final int MESSAGES = 2_000;

  /** Of which this many may be in the page at once; the phone shows about ten. */
  private static final int IN_THE_PAGE = 150;

  /** A quarter of a line: what is being read stays where it is. */
  private static final double HARDLY_SEEN_PX = 6;

  private final Cast cast;
  private final Patient are;
  private final Professional kari;
  private final Professional vera;
  private Room room = new Room("", "", "");

  LongRoomTest(Cast cast) {
    this.cast = cast;
    are = cast.are();
    kari = cast.kari();
    vera = cast.vera();
  }

  @BeforeAll
  void theRoomHasALongHistory() {
    room = cast.roomForAll("Et rom med en lang historie");
    kari.opensMyRooms();
    kari.hasWritten(MESSAGES, room);
  }

  @Test
  @Order(1)
  void r3ScrollingBackShowsEveryMessageOnceAndThePageStaysSmall() {
    are.opens(room).has("Melding %d.".formatted(MESSAGES));

    Scrolling back = are.conversation().scrollToTheBeginning();

    assertThat(back.seen())
        .isEqualTo(
            IntStream.rangeClosed(1, MESSAGES).map(it -> MESSAGES + 1 - it).boxed().toList());
    assertThat(back.mostRows()).isLessThan(IN_THE_PAGE);
    assertThat(back.backwards()).isLessThan(HARDLY_SEEN_PX);
    are.conversation().has("Melding 1.");
    are.window().inspect("room-long");
  }

  @Test
  @Order(2)
  void whatIsWrittenMeanwhileDoesNotTakeHimAway() {
    vera.opens(room).canBeWrittenIn();

    vera.writes("Hei Are, er du der?");

    are.conversation().has("Melding 1.");
    are.conversation().goToNewest();
    are.reads("Hei Are, er du der?");
  }
}
