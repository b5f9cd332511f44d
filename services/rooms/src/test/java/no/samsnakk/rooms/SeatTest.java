package no.samsnakk.rooms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class SeatTest {
  private Actor kari;
  private Actor frida;
  private Actor sara;
  private Actor are;
  private UUID roomId;

  @BeforeEach
  void areHasConsentedToARoomWithKariAndIsAskedAboutFrida() {
    kari = Actor.kari();
    frida = Actor.frida();
    sara = Actor.sara();
    are = Actor.are();
    roomId = kari.proposesRoomFor(are, frida);
    are.consents(roomId).statusCode(200);
  }

  @Test
  void R1_aHelperSeesTheRoomOnceThePatientHasApprovedHer() {
    frida.views(roomId).statusCode(404).body("code", equalTo("room-unknown"));

    are.approves(roomId, frida).statusCode(200).body("awaiting", empty());

    frida
        .views(roomId)
        .statusCode(200)
        .body("me.status", equalTo("ACTIVE"))
        .body("patient.name", equalTo("Are Nordmann"))
        .body("may.write", equalTo(true))
        .body("may.approve", equalTo(false))
        .body("may.leave", equalTo(true))
        .body("may.seeAccessLog", equalTo(false));
    var told = Heard.changesOf(roomId, 3).getLast();
    assertEquals(Change.SEAT_APPROVED, told.change());
    assertEquals(frida.personId(), told.concerns());
  }

  @Test
  void R1_aHelperWhomThePatientDeclinesNeverLearnsOfTheRoom() {
    are.answersApproval(roomId, are.seatOf(roomId, frida), "DECLINED").statusCode(200);

    frida.views(roomId).statusCode(404).body("code", equalTo("room-unknown"));
    assertFalse(frida.seesRooms().contains(roomId.toString()));
    Heard.traces(roomId, AuditAction.SEAT_DECLINED);
  }

  @Test
  void approvalNeedsTheHighestLevelButNotAFreshLogin() {
    var seatId = are.seatOf(roomId, frida);
    are.with("idporten-loa-substantial", Duration.ZERO)
        .answersApproval(roomId, seatId, "APPROVED")
        .statusCode(403)
        .body("code", equalTo("level-too-low"));
    are.with(Actor.HIGH, Duration.ofHours(2))
        .answersApproval(roomId, seatId, "APPROVED")
        .statusCode(200);
  }

  @Test
  void aSecondAnswerAboutASeatIsRefusedAlsoWhenBothComeAtOnce() throws Exception {
    var seatId = are.seatOf(roomId, frida);
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Integer>> both =
          List.of(
              () -> are.answersApproval(roomId, seatId, "APPROVED").extract().statusCode(),
              () -> are.answersApproval(roomId, seatId, "DECLINED").extract().statusCode());
      for (var answer : threads.invokeAll(both)) {
        statuses.add(answer.get());
      }
    }
    assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
    are.answersApproval(roomId, seatId, "APPROVED")
        .statusCode(409)
        .body("code", equalTo("approval-already-answered"));
  }

  @Test
  void approvalBeforeConsentIsRefused() {
    var ola = Actor.are();
    var other = kari.proposesRoomFor(ola, frida);
    ola.approves(other, frida).statusCode(409).body("code", equalTo("consent-missing"));
  }

  @Test
  void onlyThePatientApproves() {
    var seatId = are.seatOf(roomId, frida);
    kari.answersApproval(roomId, seatId, "APPROVED")
        .statusCode(403)
        .body("code", equalTo("not-allowed"));
    frida
        .answersApproval(roomId, seatId, "APPROVED")
        .statusCode(404)
        .body("code", equalTo("room-unknown"));
  }

  @Test
  void aSeatThatIsNotInTheRoomIsUnknown() {
    var patients = are.views(roomId).extract().<String>path("me.seatId");
    for (var seatId : List.of(Ids.next().toString(), "no-id", patients)) {
      are.answersApproval(roomId, seatId, "APPROVED")
          .statusCode(404)
          .body("code", equalTo("seat-unknown"));
    }
  }

  @Test
  void kariInvitesSaraWhoGetsInWhenAreApproves() {
    kari.invites(roomId, sara.roleId())
        .statusCode(200)
        .body("seats.title", hasItem("Psykologspesialist"));
    sara.views(roomId).statusCode(404);
    are.views(roomId).body("awaiting", contains("APPROVAL"));

    are.approves(roomId, sara).statusCode(200);
    sara.views(roomId).statusCode(200);
    assertEquals("ACTIVE", are.seatStatusOf(roomId, sara));
    Heard.traces(roomId, AuditAction.SEAT_APPROVED);
  }

  @Test
  void nobodyIsInvitedTwice() {
    kari.invites(roomId, frida.roleId()).statusCode(409).body("code", equalTo("seat-exists"));
    kari.invites(roomId, kari.roleId()).statusCode(409).body("code", equalTo("seat-exists"));
  }

  @Test
  void tenInvitationsAtOnceMakeOneSeat() throws Exception {
    var role = sara.roleId();
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(10)) {
      List<Callable<Integer>> tries =
          Collections.nCopies(10, () -> kari.invites(roomId, role).extract().statusCode());
      for (var answer : threads.invokeAll(tries)) {
        statuses.add(answer.get());
      }
    }
    assertEquals(1, Collections.frequency(statuses, 200));
    assertEquals(9, Collections.frequency(statuses, 409));
  }

  @Test
  void R4_whoAsksWhileHerRemovalIsBeingWrittenIsAnsweredAfterIt() throws Exception {
    var role = sara.roleId();
    var removal =
        """
        select from rooms.room where room_id = '%1$s' for update;
        update rooms.seat set status = 'REMOVED' where room_id = '%1$s' and person_id = '%2$s'"""
            .formatted(roomId, kari.personId());

    Database.answerAfter(removal, () -> kari.invites(roomId, role))
        .statusCode(404)
        .body("code", equalTo("room-unknown"));
    are.views(roomId).body("seats.size()", equalTo(3));
  }

  @Test
  void whoIsNotAProfessionalIsNotInvited() {
    for (var role : List.of(Ids.next().toString(), Actor.anne().roleId())) {
      kari.invites(roomId, role).statusCode(422).body("code", equalTo("role-unknown"));
    }
    kari.asks().body("{}").post("/api/rooms/" + roomId + "/seats").then().statusCode(400);
  }

  @Test
  void nobodyInvitesIntoARoomThatIsNotActiveOrNotHis() {
    var other = kari.proposesRoomFor(Actor.are());
    kari.invites(other, sara.roleId()).statusCode(409).body("code", equalTo("room-not-active"));
    frida.invites(roomId, sara.roleId()).statusCode(404).body("code", equalTo("room-unknown"));
    are.withdraws(roomId);
    are.invites(roomId, sara.roleId()).statusCode(409).body("code", equalTo("room-not-active"));
  }

  @Test
  void R4_whomThePatientRemovesIsOutAndStaysListed() {
    are.approves(roomId, frida);
    var seatId = are.seatOf(roomId, frida);

    are.removes(roomId, seatId).statusCode(200).body("accessEpoch", equalTo(4));
    frida.views(roomId).statusCode(404).body("code", equalTo("room-unknown"));
    assertEquals("REMOVED", are.seatStatusOf(roomId, frida));
    are.removes(roomId, seatId).statusCode(404).body("code", equalTo("seat-unknown"));
    var told = Heard.changesOf(roomId, 4).getLast();
    assertEquals(Change.SEAT_REMOVED, told.change());
    assertEquals(frida.personId(), told.concerns());
    Heard.traces(roomId, AuditAction.SEAT_REMOVED);
  }

  @Test
  void whoWasRemovedCanBeInvitedAgainAndSitsInTheSameSeat() {
    are.approves(roomId, frida);
    var seatId = are.seatOf(roomId, frida);
    are.removes(roomId, seatId);

    kari.invites(roomId, frida.roleId()).statusCode(409);
    are.invites(roomId, frida.roleId()).statusCode(200);
    assertEquals(seatId, are.seatOf(roomId, frida));
    frida.views(roomId).statusCode(200);
  }

  @Test
  void aHelperLeavesButRemovesNobodyElse() {
    are.approves(roomId, frida);
    var karis = are.seatOf(roomId, kari);
    var fridas = are.seatOf(roomId, frida);

    frida.removes(roomId, karis).statusCode(403).body("code", equalTo("not-allowed"));
    frida.removes(roomId, fridas).statusCode(204);
    frida.views(roomId).statusCode(404);
    frida.removes(roomId, fridas).statusCode(404).body("code", equalTo("room-unknown"));
  }

  @Test
  void thePatientDoesNotLeaveHeWithdraws() {
    String own = are.views(roomId).extract().path("me.seatId");
    are.removes(roomId, own).statusCode(403).body("code", equalTo("not-allowed"));
  }

  @Test
  void beforeConsentNobodyLeaves() {
    var other = kari.proposesRoomFor(Actor.are());
    String own = kari.views(other).extract().path("me.seatId");
    kari.removes(other, own).statusCode(409).body("code", equalTo("room-not-active"));
  }
}
