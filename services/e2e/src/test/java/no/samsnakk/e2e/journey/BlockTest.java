package no.samsnakk.e2e.journey;

import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.rooms.Blocks;
import no.samsnakk.e2e.rooms.Participants;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whom the patient blocks is out, is asked for in vain, and can come again only by his own yes. */
@Journey(oneStory = true)
@Order(14)
class BlockTest {
  private final Cast cast;
  private final Professional kari;
  private final Professional vera;
  private final Professional sara;
  private final Patient are;
  private Room room = new Room("", "", "");

  BlockTest(Cast cast) {
    this.cast = cast;
    kari = cast.kari();
    vera = cast.vera();
    sara = cast.sara();
    are = cast.are();
  }

  @BeforeAll
  void karisAndVerasRoom() {
    cast.signIn(kari, vera, sara, are);
    room = kari.hasProposedARoomFor(are.who(), "Et rom som en blokkeres fra", vera);
    are.letsEverybodyIn(room);
  }

  @AfterAll
  void thoseWhoComeAfterFindVeraUnblocked() {
    are.hasBlockedNobody();
  }

  @Test
  @Order(1)
  void r4WhomHeBlocksFromARoomIsShownOutOfIt() {
    vera.opens(room).canBeWrittenIn();

    new Participants(are.window()).open(room).goToBlocking(vera.name());
    new Blocks(are.window()).isShown().say(vera.who());

    vera.isShownOutBy(are);
    vera.seesNothingOf(room);
    are.asksWhoHasSeen(room).tells("Du", "blokkerte Vera Veileder", "");
  }

  @Test
  @Order(2)
  void r9WhoInvitesHerIsToldNothingAndHeIsNotAsked() {
    new Participants(kari.window()).open(room).askFor(vera.name()).has(vera.name());
    new Participants(kari.window()).open(room).askFor(sara.name());

    // Sara's question shows that the answer to Kari's invitations has come.
    are.approvals().open(room).asksAbout(sara.name()).doesNotAskAbout(vera.name());
    vera.seesNothingOf(room);
  }

  @Test
  @Order(3)
  void onceHeHasTakenItBackHeIsAskedAndDecides() {
    are.opensMyRooms();
    new Blocks(are.window()).openFromTheMenu().takeBack(vera.who());
    vera.seesNothingOf(room);

    are.approvals().open(room).asksAbout(vera.name()).approve(vera.name());

    vera.opens(room).canBeWrittenIn();
  }

  @Test
  @Order(4)
  void whomHeFindsInTheDirectoryIsBlockedFromAllOfThem() {
    vera.opens(room).canBeWrittenIn();
    are.opensMyRooms();

    new Blocks(are.window()).openFromTheMenu().find(vera.who()).say(vera.who());

    vera.isShownOutBy(are);
  }
}
