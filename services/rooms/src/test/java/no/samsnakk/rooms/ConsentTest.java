package no.samsnakk.rooms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.contracts.event.RoomChanged.Seat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ConsentTest {
  private Actor kari;
  private Actor frida;
  private Actor are;
  private UUID roomId;

  @BeforeEach
  void kariProposesARoomForAreWithFrida() {
    kari = Actor.kari();
    frida = Actor.frida();
    are = Actor.are();
    roomId = kari.proposesRoomFor(are, frida);
  }

  @Test
  void R1_consentOpensTheRoomForThePatientAndTheProposerAlone() {
    are.consents(roomId)
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("patient.name", equalTo("Are Nordmann"))
        .body("patient.personId", equalTo(are.personId().toString()))
        .body("consent.textVersion", equalTo("2026-11-27"))
        .body("consent.givenAt", notNullValue())
        .body("consent.withdrawnAt", nullValue())
        .body("awaiting", contains("APPROVAL"))
        .body("participantCount", equalTo(2))
        .body("accessEpoch", equalTo(2))
        .body("may.write", equalTo(true))
        .body("may.withdraw", equalTo(true))
        .body("may.leave", equalTo(false))
        .body("may.seeAccessLog", equalTo(true));

    assertEquals("ACTIVE", are.seatStatusOf(roomId, kari));
    assertEquals("PROPOSED", are.seatStatusOf(roomId, frida));
    kari.views(roomId)
        .body("may.write", equalTo(true))
        .body("patient.name", equalTo("Are Nordmann"));
    frida.views(roomId).statusCode(404);
  }

  @Test
  void R6_consentAndTheApprovalInItLeaveTracesAndAreTold() {
    are.consents(roomId).statusCode(200);

    var told = Heard.changesOf(roomId, 2).getLast();
    assertEquals(Change.CONSENT_GIVEN, told.change());
    assertEquals(2, told.seats().stream().filter(Seat::mayWrite).count());
    var traces = Heard.traces(roomId, AuditAction.SEAT_APPROVED);
    assertTrue(traces.stream().anyMatch(e -> e.action() == AuditAction.CONSENT_GIVEN));
    var approved = traces.stream().filter(e -> e.action() == AuditAction.SEAT_APPROVED).toList();
    assertEquals(List.of(kari.personId()), approved.stream().map(e -> e.concerns()).toList());
  }

  @Test
  void onlyThePatientConsents() {
    kari.consents(roomId).statusCode(403).body("code", equalTo("not-allowed"));
    frida.consents(roomId).statusCode(404).body("code", equalTo("room-unknown"));
  }

  @Test
  void consentNeedsAFreshLoginOfTheHighestLevel() {
    are.with("idporten-loa-substantial", Duration.ZERO)
        .consents(roomId)
        .statusCode(403)
        .body("code", equalTo("level-too-low"));
    are.with(Actor.HIGH, Duration.ofMinutes(16))
        .consents(roomId)
        .statusCode(403)
        .body("code", equalTo("fresh-login-required"));
    are.consents(roomId).statusCode(200);
  }

  @Test
  void consentToATextThatIsNotTheCurrentOneIsRefused() {
    are.answersConsent(roomId, "GIVEN", "2021-01")
        .statusCode(409)
        .body("code", equalTo("consent-text-outdated"));
    are.views(roomId).body("status", equalTo("PROPOSED"));
  }

  @Test
  void aSecondAnswerIsRefused() {
    are.consents(roomId).statusCode(200);
    are.consents(roomId).statusCode(409).body("code", equalTo("consent-already-answered"));
    are.declines(roomId).statusCode(409).body("code", equalTo("consent-already-answered"));
  }

  @Test
  void aPageThatDoesNotSayWhoJoinsGetsNoYes_asInAnOlderBrowser() {
    are.answersConsent(roomId, "GIVEN", "2026-11-27")
        .statusCode(409)
        .body("code", equalTo("consent-page-outdated"));
    are.views(roomId).body("status", equalTo("PROPOSED"));
  }

  @Test
  void ofTwoAnswersAtOnceOneIsRefused() throws Exception {
    var shown = are.shown(roomId);
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Integer>> both =
          List.of(
              () -> are.saysYesTo(roomId, shown).extract().statusCode(),
              () -> are.declines(roomId).extract().statusCode());
      for (var answer : threads.invokeAll(both)) {
        statuses.add(answer.get());
      }
    }
    assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
    are.views(roomId).body("accessEpoch", equalTo(2));
  }

  @Test
  void whoDeclinesHasNoRoomAndTheProposerLearnsThatAndNoMore() {
    are.declines(roomId)
        .statusCode(200)
        .body("status", equalTo("DECLINED"))
        .body("consent.givenAt", nullValue())
        .body("may.consent", equalTo(false));

    kari.views(roomId)
        .statusCode(200)
        .body("status", equalTo("DECLINED"))
        .body("patient.name", equalTo("Are (skrevet av Kari)"));
    frida.views(roomId).statusCode(404);
    assertEquals(Change.CONSENT_DECLINED, Heard.changesOf(roomId, 2).getLast().change());
  }

  @Test
  void R5_takingConsentBackTakesOneRequestAsGivingItDoes() {
    are.consents(roomId);
    are.approves(roomId, frida).statusCode(200);

    are.withdraws(roomId)
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"))
        .body("consent.givenAt", notNullValue())
        .body("consent.withdrawnAt", notNullValue())
        .body("participantCount", equalTo(1))
        .body("awaiting", empty())
        .body("may.write", equalTo(false))
        .body("may.invite", equalTo(false))
        .body("may.seeAccessLog", equalTo(true));
  }

  @Test
  void R4_afterAWithdrawalOnlyThePatientSeesTheRoom() {
    are.consents(roomId);
    are.approves(roomId, frida);
    are.withdraws(roomId).body("accessEpoch", equalTo(4));

    kari.views(roomId).statusCode(404).body("code", equalTo("room-unknown"));
    frida.views(roomId).statusCode(404);
    assertFalse(kari.seesRooms().contains(roomId.toString()));
    are.views(roomId).statusCode(200).body("seats.size()", equalTo(3));
    var told = Heard.changesOf(roomId, 4).getLast();
    assertEquals(Change.CONSENT_WITHDRAWN, told.change());
    assertTrue(told.seats().stream().noneMatch(Seat::mayWrite));
    assertEquals(1, told.seats().stream().filter(Seat::mayRead).count());
    Heard.traces(roomId, AuditAction.CONSENT_WITHDRAWN);
  }

  @Test
  void whatWasNotGivenCannotBeTakenBack() {
    are.withdraws(roomId).statusCode(409).body("code", equalTo("consent-not-given"));
    are.consents(roomId);
    are.withdraws(roomId).statusCode(200);
    are.declines(roomId).statusCode(409).body("code", equalTo("consent-already-answered"));
  }

  @Test
  void R6_whoseAnswerWasLostAndWithdrawsOnceMoreHasDoneItOnceAndIsNotRefused() {
    are.consents(roomId);
    are.withdraws(roomId).statusCode(200);
    int epoch = are.withdraws(roomId).statusCode(200).extract().path("accessEpoch");
    are.views(roomId).body("accessEpoch", equalTo(epoch)).body("status", equalTo("WITHDRAWN"));
    assertEquals(
        1,
        Heard.changesOf(roomId, epoch).stream()
            .filter(told -> told.change() == Change.CONSENT_WITHDRAWN)
            .count());
    var traces = Heard.traces(roomId, AuditAction.CONSENT_WITHDRAWN);
    assertEquals(
        1, traces.stream().filter(it -> it.action() == AuditAction.CONSENT_WITHDRAWN).count());
    assertTrue(traces.stream().noneMatch(it -> it.action() == AuditAction.REFUSED));
  }

  @Test
  void whatIsDoneIsAnsweredAsDoneWithAnOlderLoginToo() {
    are.consents(roomId);
    are.withdraws(roomId).statusCode(200);
    are.with(Actor.HIGH, Duration.ofMinutes(16)).withdraws(roomId).statusCode(200);
  }

  @Test
  void withdrawalIsThePatientsAndNeedsAFreshLogin() {
    are.consents(roomId);
    kari.withdraws(roomId).statusCode(403).body("code", equalTo("not-allowed"));
    frida.withdraws(roomId).statusCode(404).body("code", equalTo("room-unknown"));
    are.with(Actor.HIGH, Duration.ofMinutes(16))
        .withdraws(roomId)
        .statusCode(403)
        .body("code", equalTo("fresh-login-required"));
    are.with("idporten-loa-substantial", Duration.ZERO)
        .withdraws(roomId)
        .statusCode(403)
        .body("code", equalTo("level-too-low"));
  }

  @Test
  void R4_everyChangeRaisesTheEpochAndIsToldInThatOrder() {
    are.consents(roomId);
    are.approves(roomId, frida);
    kari.invites(roomId, Actor.vera().roleId());
    are.removes(roomId, are.seatOf(roomId, frida));
    are.withdraws(roomId);

    assertEquals(
        List.of(1L, 2L, 3L, 4L, 5L, 6L),
        Heard.changesOf(roomId, 6).stream().map(told -> told.accessEpoch()).toList());
  }

  @Test
  void theTextSaysTheSameInThreeLanguages() {
    var text = are.asks().get("/api/consent-texts/current").then().statusCode(200);
    text.body("version", equalTo("2026-11-27"));
    int points = text.extract().path("texts.nb.points.size()");
    for (var language : List.of("nb", "nn", "en")) {
      text.body("texts." + language + ".points.size()", equalTo(points))
          .body("texts." + language + ".title", notNullValue())
          .body("texts." + language + ".lead", notNullValue())
          .body("texts." + language + ".withdrawal", notNullValue());
    }
  }
}
