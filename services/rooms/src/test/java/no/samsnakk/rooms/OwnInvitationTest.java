package no.samsnakk.rooms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R1: whom the patient himself names he has thereby approved. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class OwnInvitationTest {
  private Actor kari;
  private Actor sara;
  private Actor are;
  private UUID roomId;

  @BeforeEach
  void areHasARoomWithKari() {
    kari = Actor.kari();
    sara = Actor.sara();
    are = Actor.are();
    roomId = kari.proposesRoomFor(are);
    are.consents(roomId).statusCode(200);
  }

  @Test
  void R1_whomThePatientNamesIsInAndHeIsAskedNothingMore() {
    are.invites(roomId, sara.roleId())
        .statusCode(200)
        .body("awaiting", empty())
        .body("participantCount", equalTo(3))
        .body("accessEpoch", equalTo(3));

    sara.views(roomId).statusCode(200).body("may.write", equalTo(true));
    assertEquals("ACTIVE", are.seatStatusOf(roomId, sara));
  }

  @Test
  void R4_R6_itIsToldAsAnApprovalAndLeavesBothTraces() {
    are.invites(roomId, sara.roleId()).statusCode(200);

    var told = Heard.changesOf(roomId, 3).getLast();
    assertEquals(Change.SEAT_APPROVED, told.change());
    assertEquals(sara.personId(), told.concerns());
    assertTrue(
        told.seats().stream()
            .anyMatch(seat -> seat.personId().equals(sara.personId()) && seat.mayRead()));
    sara.removes(roomId, are.seatOf(roomId, sara)).statusCode(204);
    var about =
        Heard.traces(roomId, AuditAction.SEAT_REMOVED).stream()
            .filter(entry -> sara.personId().equals(entry.concerns()))
            .toList();
    assertEquals(
        List.of(AuditAction.SEAT_PROPOSED, AuditAction.SEAT_APPROVED, AuditAction.SEAT_REMOVED),
        about.stream().map(entry -> entry.action()).toList());
    assertEquals(are.personId(), about.get(1).agentId());
  }

  @Test
  void whoIsNotKnownSurelyEnoughToApproveOnlyAsks() {
    are.with("idporten-loa-substantial", Duration.ZERO)
        .invites(roomId, sara.roleId())
        .statusCode(200)
        .body("awaiting", contains("APPROVAL"));
    sara.views(roomId).statusCode(404);

    are.approves(roomId, sara).statusCode(200);
    sara.views(roomId).statusCode(200);
  }

  @Test
  void whoHasNotBeenAskedWhetherHeLetsHerInOnlyAsks_asFromAnOlderBrowser() {
    are.invites(roomId, Map.of("roleId", sara.roleId()))
        .statusCode(200)
        .body("awaiting", contains("APPROVAL"));
    sara.views(roomId).statusCode(404);
  }

  @Test
  void aLoginThatIsNotFreshIsEnoughAsForAnApproval() {
    are.with(Actor.HIGH, Duration.ofHours(2)).invites(roomId, sara.roleId()).statusCode(200);
    sara.views(roomId).statusCode(200);
  }

  @Test
  void R1_whomAProfessionalNamesWaitsHoweverSurelyHeIsKnown() {
    kari.invites(roomId, sara.roleId()).statusCode(200);
    sara.views(roomId).statusCode(404);
    are.views(roomId).body("awaiting", contains("APPROVAL"));
    are.invites(roomId, sara.roleId()).statusCode(409).body("code", equalTo("seat-exists"));
    sara.views(roomId).statusCode(404);
  }

  @Test
  void whomHeHadRemovedIsInAgainAndIsToldAsAskedForAndApproved() {
    are.invites(roomId, sara.roleId()).statusCode(200);
    are.removes(roomId, are.seatOf(roomId, sara)).statusCode(200);
    sara.views(roomId).statusCode(404);

    are.invites(roomId, sara.roleId()).statusCode(200);
    sara.views(roomId).statusCode(200);
  }

  @Test
  void nobodyIsLetInByAnInvitationThatIsRefused() {
    for (var role : List.of(Ids.next().toString(), Actor.anne().roleId())) {
      are.invites(roomId, role).statusCode(422).body("code", equalTo("role-unknown"));
    }
    sara.invites(roomId, sara.roleId()).statusCode(404).body("code", equalTo("room-unknown"));
    are.withdraws(roomId).statusCode(200);
    are.invites(roomId, sara.roleId()).statusCode(409).body("code", equalTo("room-not-active"));
    sara.views(roomId).statusCode(404);
  }

  @Test
  void ofTenAtOnceOneLetsHerIn() throws Exception {
    var role = sara.roleId();
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(10)) {
      List<Callable<Integer>> tries =
          Collections.nCopies(10, () -> are.invites(roomId, role).extract().statusCode());
      for (var answer : threads.invokeAll(tries)) {
        statuses.add(answer.get());
      }
    }
    assertEquals(1, Collections.frequency(statuses, 200));
    assertEquals(9, Collections.frequency(statuses, 409));
    are.views(roomId).body("accessEpoch", equalTo(3)).body("participantCount", equalTo(3));
  }
}
