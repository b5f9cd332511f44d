package no.samsnakk.rooms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.contracts.event.RoomChanged.Seat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "No, not now": a room that the patient has said no to is opened again by his own yes. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class OpeningAgainTest {
  private Actor kari;
  private Actor frida;
  private Actor vera;
  private Actor are;
  private UUID roomId;

  @BeforeEach
  void kariProposesARoomForAreWithFridaAndVera() {
    kari = Actor.kari();
    frida = Actor.frida();
    vera = Actor.vera();
    are = Actor.are();
    roomId = kari.proposesRoomFor(are, frida, vera);
  }

  private void areHasTakenHisConsentBack() {
    are.consents(roomId).statusCode(200);
    are.approves(roomId, frida).statusCode(200);
    are.withdraws(roomId).statusCode(200);
  }

  @Test
  void R1_aDeclinedRoomOpensForThoseWhomThePageNamesAndAsksAboutTheOthers() {
    are.declines(roomId)
        .body("consent.declinedAt", notNullValue())
        .body("may.openAgain", equalTo(true))
        .body("may.consent", equalTo(false))
        .body("awaiting", empty())
        .body("ifYes.joins", contains(are.seatOf(roomId, kari)))
        .body(
            "ifYes.asked", containsInAnyOrder(are.seatOf(roomId, frida), are.seatOf(roomId, vera)));

    are.opensAgain(roomId)
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("me.status", equalTo("ACTIVE"))
        .body("consent.givenAt", notNullValue())
        .body("consent.declinedAt", nullValue())
        .body("accessEpoch", equalTo(3))
        .body("participantCount", equalTo(2))
        .body("awaiting", contains("APPROVAL"))
        .body("may.openAgain", equalTo(false))
        .body("ifYes", nullValue());

    kari.views(roomId).statusCode(200).body("may.write", equalTo(true));
    frida.views(roomId).statusCode(404);
    are.approves(roomId, frida).statusCode(200);
    frida.views(roomId).statusCode(200);
  }

  @Test
  void R1_aWithdrawnRoomOpensForTheProposerAndWhoWasApprovedWaitsForANewYes() {
    areHasTakenHisConsentBack();

    are.opensAgain(roomId)
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("consent.withdrawnAt", nullValue());

    kari.views(roomId).statusCode(200);
    frida.views(roomId).statusCode(404).body("code", equalTo("room-unknown"));
    assertEquals("PROPOSED", are.seatStatusOf(roomId, frida));
    are.withdraws(roomId).statusCode(200).body("consent.withdrawnAt", notNullValue());
    kari.views(roomId).statusCode(404);
    are.opensAgain(roomId).statusCode(200);
    kari.views(roomId).statusCode(200);
  }

  @Test
  void R1_whoWasShownOutRefusedOrLeftDoesNotComeBack() {
    var sara = Actor.sara();
    are.consents(roomId);
    are.approves(roomId, frida);
    kari.invites(roomId, sara.roleId()).statusCode(200);
    are.approves(roomId, sara);
    are.removes(roomId, are.seatOf(roomId, frida)).statusCode(200);
    are.answersApproval(roomId, are.seatOf(roomId, vera), "DECLINED").statusCode(200);
    sara.removes(roomId, are.seatOf(roomId, sara)).statusCode(204);
    are.withdraws(roomId)
        .body("ifYes.joins", contains(are.seatOf(roomId, kari)))
        .body("ifYes.asked", empty());

    are.opensAgain(roomId).statusCode(200).body("awaiting", empty());

    assertEquals("REMOVED", are.seatStatusOf(roomId, frida));
    assertEquals("DECLINED", are.seatStatusOf(roomId, vera));
    assertEquals("REMOVED", are.seatStatusOf(roomId, sara));
    for (var out : List.of(frida, vera, sara)) {
      out.views(roomId).statusCode(404).body("code", equalTo("room-unknown"));
    }
  }

  @Test
  void R1_aProposerWhoWasShownOutWaitsLikeAnyOtherOnceSomebodyAsksForHer() {
    are.consents(roomId);
    are.approves(roomId, frida);
    are.removes(roomId, are.seatOf(roomId, kari)).statusCode(200);
    frida.invites(roomId, kari.roleId()).statusCode(409);
    are.invites(roomId, kari.roleId()).statusCode(200);
    var karis = are.seatOf(roomId, kari);
    are.withdraws(roomId).body("ifYes.joins", empty());

    are.opensAgain(roomId).statusCode(200).body("participantCount", equalTo(1));
    kari.views(roomId).statusCode(404);
    are.answersApproval(roomId, karis, "APPROVED").statusCode(200);
    kari.views(roomId).statusCode(200);
  }

  @Test
  void whoWasInvitedToHelpHimselfIsNotAskedAboutHimself() {
    var nils = Actor.nils();
    var own = kari.proposesRoomFor(nils, nils, frida);
    nils.declines(own).body("ifYes.asked", contains(nils.seatOf(own, frida)));

    nils.opensAgain(own)
        .statusCode(200)
        .body("me.part", equalTo("PATIENT"))
        .body("seats.findAll { it.part == 'HELPER' && it.status == 'ACTIVE' }.size()", equalTo(1));
  }

  @Test
  void R4_R6_openingAgainRaisesTheEpochIsToldAndLeavesTraces() {
    areHasTakenHisConsentBack();
    are.opensAgain(roomId).body("accessEpoch", equalTo(5));

    var told = Heard.changesOf(roomId, 5).getLast();
    assertEquals(Change.CONSENT_GIVEN, told.change());
    assertEquals(2, told.seats().stream().filter(Seat::mayWrite).count());
    assertEquals(2, told.seats().stream().filter(Seat::mayRead).count());
    are.removes(roomId, are.seatOf(roomId, kari));
    var done =
        Heard.traces(roomId, AuditAction.SEAT_REMOVED).stream()
            .map(entry -> entry.action())
            .filter(action -> action.name().matches("CONSENT.*|SEAT_APPROVED"))
            .toList();
    assertEquals(
        List.of(
            AuditAction.CONSENT_GIVEN,
            AuditAction.SEAT_APPROVED,
            AuditAction.SEAT_APPROVED,
            AuditAction.CONSENT_WITHDRAWN,
            AuditAction.CONSENT_GIVEN,
            AuditAction.SEAT_APPROVED),
        done);
  }

  @Test
  void onlyThePatientOpensItAgainAndTheProposerSeesWhatSheSaw() {
    are.declines(roomId);
    kari.views(roomId)
        .body("status", equalTo("DECLINED"))
        .body("may.openAgain", equalTo(false))
        .body("ifYes", nullValue());
    var shown = are.shown(roomId);
    kari.saysYesTo(roomId, shown).statusCode(403).body("code", equalTo("not-allowed"));
    frida.saysYesTo(roomId, shown).statusCode(404).body("code", equalTo("room-unknown"));
    are.opensAgain(roomId).statusCode(200);
    are.withdraws(roomId).statusCode(200);
    var now = are.shown(roomId);
    for (var other : List.of(kari, frida)) {
      other.saysYesTo(roomId, now).statusCode(404).body("code", equalTo("room-unknown"));
    }
  }

  @Test
  void itNeedsAFreshLoginOfTheHighestLevel() {
    areHasTakenHisConsentBack();
    var shown = are.shown(roomId);
    are.with("idporten-loa-substantial", Duration.ZERO)
        .saysYesTo(roomId, shown)
        .statusCode(403)
        .body("code", equalTo("level-too-low"));
    are.with(Actor.HIGH, Duration.ofMinutes(16))
        .saysYesTo(roomId, shown)
        .statusCode(403)
        .body("code", equalTo("fresh-login-required"));
    are.views(roomId).body("status", equalTo("WITHDRAWN"));
  }

  @Test
  void R4_aYesThatArrivesAfterALaterNoOpensNothing() {
    areHasTakenHisConsentBack();
    var shown = are.shown(roomId);
    are.saysYesTo(roomId, shown).statusCode(200);
    are.withdraws(roomId).statusCode(200);

    are.saysYesTo(roomId, shown).statusCode(409).body("code", equalTo("consent-page-outdated"));
    are.views(roomId).body("status", equalTo("WITHDRAWN"));
    kari.views(roomId).statusCode(404);
  }

  @Test
  void aYesToOthersThanThoseWhoWouldComeIsRefused() {
    are.declines(roomId);
    var karis = are.seatOf(roomId, kari);
    for (var other :
        List.<Map<String, Object>>of(
            Map.of("joins", List.of()),
            Map.of("joins", List.of(karis, are.seatOf(roomId, frida))),
            Map.of("asked", List.of()),
            Map.of("accessEpoch", 1))) {
      var shown = new HashMap<>(are.shown(roomId));
      shown.putAll(other);
      are.saysYesTo(roomId, shown).statusCode(409).body("code", equalTo("consent-page-outdated"));
    }
    are.answersConsent(roomId, "GIVEN", "2026-11-27")
        .statusCode(409)
        .body("code", equalTo("consent-page-outdated"));
    are.declines(roomId).statusCode(409).body("code", equalTo("consent-already-answered"));
    are.views(roomId).body("status", equalTo("DECLINED")).body("accessEpoch", equalTo(2));
  }

  @Test
  void theFirstYesIsToWhatStoodOnThePageToo() {
    var shown = new HashMap<>(are.shown(roomId));
    shown.put("joins", List.of());
    are.saysYesTo(roomId, shown).statusCode(409).body("code", equalTo("consent-page-outdated"));
    are.opensAgain(roomId).statusCode(200);
  }

  @Test
  void aTextThatIsNotTheCurrentOneOpensNothing() {
    are.declines(roomId);
    are.answersConsent(roomId, "GIVEN", "2026-11")
        .statusCode(409)
        .body("code", equalTo("consent-text-outdated"));
  }

  @Test
  void R1_whatTheVersionBeforeClosedWhileAnUpgradeRollsOpensForTheSame() throws Exception {
    are.consents(roomId).statusCode(200);
    are.approves(roomId, frida).statusCode(200);
    var now = "'2026-11-27T12:00:00.123456Z'";
    try (var rooms = Database.asRooms();
        var jdbc = rooms.createStatement()) {
      rooms.setAutoCommit(false);
      jdbc.execute(
          "update rooms.room set status = 'WITHDRAWN', consent_withdrawn_at = %s where room_id = '%s'"
              .formatted(now, roomId));
      jdbc.execute(
          "update rooms.seat set status = 'REMOVED', changed_at = %s where room_id = '%s'"
                  .formatted(now, roomId)
              + " and part = 'HELPER'");
      rooms.commit();
    }

    var page = are.views(roomId).statusCode(200);
    page.body("ifYes.joins", contains(are.seatOf(roomId, kari).toString()));
    page.body(
        "ifYes.asked",
        containsInAnyOrder(
            are.seatOf(roomId, frida).toString(), are.seatOf(roomId, vera).toString()));
  }

  @Test
  void ofFortyAtOnceOneOpensIt() throws Exception {
    areHasTakenHisConsentBack();
    var shown = are.shown(roomId);
    var statuses =
        atOnce(Collections.nCopies(40, () -> are.saysYesTo(roomId, shown).extract().statusCode()));
    assertEquals(1, Collections.frequency(statuses, 200));
    assertEquals(39, Collections.frequency(statuses, 409));
    are.views(roomId).body("accessEpoch", equalTo(5)).body("participantCount", equalTo(2));
  }

  @Test
  void ofAYesAndAWithdrawalAtOnceNeitherIsHalf() throws Exception {
    areHasTakenHisConsentBack();
    var shown = are.shown(roomId);
    int before = are.views(roomId).extract().path("accessEpoch");
    var after = new AtomicInteger();
    var statuses =
        atOnce(
            List.of(
                () -> are.saysYesTo(roomId, shown).extract().statusCode(),
                () -> {
                  var answer = are.withdraws(roomId).extract();
                  after.set(answer.path("accessEpoch"));
                  return answer.statusCode();
                }));
    assertEquals(List.of(200, 200), statuses);
    // Before the yes there was nothing to withdraw.
    boolean withdrawn = after.get() > before;
    are.views(roomId).body("status", equalTo(withdrawn ? "WITHDRAWN" : "ACTIVE"));
    kari.views(roomId).statusCode(withdrawn ? 404 : 200);
  }

  private static List<Integer> atOnce(List<Callable<Integer>> tries) throws Exception {
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(tries.size())) {
      for (var answer : threads.invokeAll(tries)) {
        statuses.add(answer.get());
      }
    }
    assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 409));
    return statuses;
  }
}
