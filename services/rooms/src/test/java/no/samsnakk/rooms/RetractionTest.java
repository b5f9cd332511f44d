package no.samsnakk.rooms;

import static no.samsnakk.rooms.Actor.proposal;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kari mistook a digit, and somebody who has nothing to do with it is asked. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class RetractionTest {
  private Actor kari;
  private Actor frida;
  private Actor stranger;
  private UUID roomId;

  @BeforeEach
  void kariHasAskedTheWrongPerson() {
    kari = Actor.kari();
    frida = Actor.frida();
    stranger = Actor.somebodyNew("Feil Person").signsIn();
    roomId = kari.proposesRoomFor(stranger, frida);
  }

  @Test
  void R1_whatWasTakenBackIsAskedNobodyAndSeenByNobody() {
    kari.retracts(roomId).statusCode(204);

    for (var anybody : List.of(stranger, kari, frida)) {
      assertFalse(anybody.seesRooms().contains(roomId.toString()));
      anybody.views(roomId).statusCode(404).body("code", equalTo("room-unknown"));
    }
    stranger.consents(roomId).statusCode(404).body("code", equalTo("room-unknown"));
  }

  @Test
  void R1_R4_nobodyHasAccessAndTheOthersAreTold() throws Exception {
    kari.retracts(roomId);

    var told = Heard.changesOf(roomId, 2).getLast();
    assertEquals(RoomChanged.Change.PROPOSAL_RETRACTED, told.change());
    assertEquals(RoomChanged.Status.RETRACTED, told.status());
    assertTrue(told.seats().stream().noneMatch(seat -> seat.mayRead() || seat.mayWrite()));
    assertEquals(
        0,
        count(
            "select count(*) from rooms.access_v1 where room_id = '%s' and (may_read or may_write)"));
  }

  @Test
  void R6_theLogKeepsThatItWasProposedAndThatItWasTakenBack() {
    kari.retracts(roomId);

    var traces = Heard.traces(roomId, AuditAction.PROPOSAL_RETRACTED);
    assertEquals(AuditAction.ROOM_PROPOSED, traces.getFirst().action());
    var last = traces.getLast();
    assertEquals(AuditAction.PROPOSAL_RETRACTED, last.action());
    assertEquals(kari.personId(), last.agentId());
    assertEquals(stranger.personId(), last.patientId());
  }

  @Test
  void anAnswerCannotBeTakenBackByTheOneWhoAsked() {
    stranger.consents(roomId).statusCode(200);
    kari.retracts(roomId).statusCode(409).body("code", equalTo("consent-already-answered"));
    stranger.views(roomId).body("status", equalTo("ACTIVE"));

    var other = kari.proposesRoomFor(stranger);
    stranger.declines(other).statusCode(200);
    kari.retracts(other).statusCode(409).body("code", equalTo("consent-already-answered"));
  }

  @Test
  void onlyTheOneWhoAskedTakesItBack() {
    stranger.retracts(roomId).statusCode(403).body("code", equalTo("not-allowed"));
    frida.retracts(roomId).statusCode(404).body("code", equalTo("room-unknown"));
    Actor.nils().retracts(roomId).statusCode(404).body("code", equalTo("room-unknown"));
    stranger.views(roomId).statusCode(200).body("status", equalTo("PROPOSED"));
  }

  @Test
  void takenBackIsTakenBack() {
    var again = proposal(kari, stranger, frida);
    kari.retracts(roomId).statusCode(204);

    kari.retracts(roomId).statusCode(404).body("code", equalTo("room-unknown"));
    kari.proposes(roomId, again).statusCode(404).body("code", equalTo("room-unknown"));
  }

  @Test
  void ofAnAnswerAndARetractionAtOnceOneIsRefused() throws Exception {
    var shown = stranger.shown(roomId);
    List<Callable<Integer>> both =
        List.of(
            () -> stranger.saysYesTo(roomId, shown).extract().statusCode(),
            () -> kari.retracts(roomId).extract().statusCode());
    try (var threads = Executors.newFixedThreadPool(2)) {
      var answers = threads.invokeAll(both);
      var answered = answers.getFirst().get();
      var retracted = answers.getLast().get();

      assertTrue(
          (answered == 200 && retracted == 409) || (answered == 404 && retracted == 204),
          () -> answered + " and " + retracted);
    }
    assertEquals(2, Heard.changesOf(roomId, 2).size());
  }

  private long count(String query) throws Exception {
    return Database.count(query.formatted(roomId));
  }
}
