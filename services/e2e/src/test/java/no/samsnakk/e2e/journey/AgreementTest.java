package no.samsnakk.e2e.journey;

import java.util.List;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.rooms.Next;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What was said becomes something that those whom it concerns agree on, each by a tap of their own;
 * and it is done, taken up again and dropped.
 */
@Journey(oneStory = true)
@Order(16)
class AgreementTest {
  private static final String PURPOSE = "Et rom der noen blir enige";
  private static final String WHAT = "Vera sender søknaden innen fredag";

  private final Cast cast;
  private final Professional kari;
  private final Professional vera;
  private final Patient are;
  private Room room = new Room("", "", "");

  AgreementTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    vera = cast.vera();
    are = cast.are();
  }

  @Test
  @Order(1)
  void veraMakesAresMessageWhatTheyAgreeOn_andItHoldsOnceHeHasSaidSo() {
    room = cast.roomForAll(PURPOSE);
    kari.opens(room);
    are.opens(room);
    vera.opens(room);
    are.writes(WHAT);
    vera.reads(WHAT);

    vera.window().taps();
    vera.agreements().beginFrom(WHAT);
    vera.agreements().inspectTheDialogue("agreement-write");
    vera.agreements().send();
    TapsTold.are("make a message what you agree on", vera.window());

    are.reads("Er vi enige om dette? " + WHAT);
    are.conversation().waitsAtTheTop("Vera spør om dere er enige");
    are.agreements().tellsNot("Alle det gjelder, er enige");
    are.window().inspectAndPicture("agreement-asked");
    vera.agreements().tells("Venter på Are");
    kari.agreements().offersNothing();

    are.window().taps();
    are.agreements().does("Enig");
    TapsTold.are("agree to it", are.window());
    for (var who : List.of(are, vera, kari)) {
      who.agreements().tells("Alle det gjelder, er enige");
    }
  }

  @Test
  @Order(2)
  void whatIsChangedIsAgreedOnAnew_andStandsAmongWhatHappensNext() {
    vera.agreements().does("Endre");
    vera.agreements().isDoneBy("Jeg");
    vera.agreements().send();
    are.reads("Foreslo på nytt: " + WHAT);
    are.agreements().tells("Vera gjør det");
    are.agreements().tellsNot("Alle det gjelder, er enige");
    are.agreements().does("Enig");
    vera.agreements().tells("Alle det gjelder, er enige");
    are.window().inspectAndPicture("agreement-agreed");
    new Next(are.window()).open().agreedOn(WHAT, "Vera gjør det").picture("next-agreed-on");
  }

  @Test
  @Order(3)
  void whatIsDoneIsTakenUpAgain_andWhoeverDoesNotAgreeSaysSo() {
    are.opens(room);
    vera.window().taps();
    vera.agreements().does("Gjort");
    TapsTold.are("say that it is done", vera.window());
    are.reads("Gjort: " + WHAT);

    are.agreements().does("Ta opp igjen");
    are.agreements().isOn("Vera sender søknaden på mandag");
    are.agreements().send();
    vera.reads("Foreslo på nytt: Vera sender søknaden på mandag");
    vera.agreements().does("Ikke enig");
    are.agreements().tells("Ikke enig: Vera");
    are.conversation().waitsAtTheTop("Ikke alle er enige i forslaget ditt");
    are.window().inspectAndPicture("agreement-objected");

    are.agreements().does("Trekk tilbake");
    are.window().inspectAndPicture("agreement-drop");
    are.agreements().confirms("Trekk tilbake");
    vera.reads("Faller bort: Vera sender søknaden på mandag");
    vera.agreements().tells("Ikke enig: du");
    are.conversation().waitsForNobody();
    are.asksWhoHasSeen(room).tells("Vera Veileder", "svarte på noe å bli enige om", "NAV Askøy");
  }
}
