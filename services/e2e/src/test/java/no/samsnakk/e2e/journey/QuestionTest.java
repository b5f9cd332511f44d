package no.samsnakk.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A message waits for one person, and everybody knows for whom, until it is answered. */
@Journey(oneStory = true)
@Order(15)
class QuestionTest {
  private static final String PURPOSE = "Et rom der noen skylder svar";
  private static final String QUESTION = "Jeg kan ikke komme den 11. Kan timen byttes?";
  private static final String ANSWER = "Ja, det går fint. Passer klokka ti uka etter?";

  private final Cast cast;
  private final Professional kari;
  private final Professional vera;
  private final Patient are;
  private Room room = new Room("", "", "");

  QuestionTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    vera = cast.vera();
    are = cast.are();
  }

  @Test
  @Order(1)
  void inTwoTapsKariMakesAresMessageAQuestionToVera_andAreSeesWhomHeWaitsFor() {
    room = cast.roomForAll(PURPOSE);
    var veras = vera.opensMyRooms();
    veras.owesNothing();
    kari.opens(room);
    are.opens(room);
    are.writes(QUESTION);
    kari.reads(QUESTION);

    kari.window().taps();
    kari.conversation().asks("Vera Veileder");
    assertEquals(2, kari.window().taps());

    kari.conversation().tells(QUESTION, "Spørsmål til Vera Veileder, NAV Askøy fra deg");
    are.conversation().tells(QUESTION, "Spørsmål til Vera Veileder, NAV Askøy fra Kari");
    are.conversation().waitsAtTheTop("Venter på Vera, NAV Askøy");
    are.window().inspectAndPicture("question");
    are.opensMyRooms().waitsFor("Venter på Vera Veileder, NAV Askøy");
    are.window().inspectAndPicture("my-rooms-waited-for");
    veras.owes("Spørsmål fra Kari", PURPOSE);
    veras.hasUnread(PURPOSE, 1);
    vera.window().inspectAndPicture("my-rooms-owed");
  }

  @Test
  @Order(2)
  void fromHerListVeraComesToTheMessage_andInTwoTapsSheSaysWhenSheAnswers() {
    vera.opensMyRooms().goToWhatIsOwed(PURPOSE);
    vera.conversation().isOpen().tells(QUESTION, "Venter på deg");
    vera.window().inspectAndPicture("question-mine");
    are.opens(room).tells(QUESTION, "Vera har sett det");

    vera.window().taps();
    vera.conversation().doesWithTheQuestion(QUESTION, "Jeg svarer innen …");
    vera.window().inspectAndPicture("question-promise");
    vera.conversation().inTheDialogue("i morgen");
    assertEquals(2, vera.window().taps());

    kari.conversation().tells(QUESTION, "Lovet svar innen i morgen");
    are.conversation().tells(QUESTION, "Lovet svar innen i morgen");
  }

  @Test
  @Order(3)
  void whatSheWritesAnswersIt_andNobodyIsWaitedForAnyMore() {
    vera.conversation().doesWithTheQuestion(QUESTION, "Svar");
    vera.writes(ANSWER);

    for (var who : List.of(vera, kari, are)) {
      who.reads(ANSWER);
      who.conversation().tells(QUESTION, "besvart");
      who.conversation().waitsForNobody();
    }
    are.window().inspectAndPicture("question-answered");
    vera.opensMyRooms().owesNothing();
    are.asksWhoHasSeen(room)
        .tells("Vera Veileder", "stilte, besvarte eller endret et spørsmål", "NAV Askøy");
  }
}
