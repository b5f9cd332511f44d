package no.samsnakk.rooms;

import static no.samsnakk.rooms.Actor.proposal;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.time.MovedClock;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No is an answer: whoever wants to ask the same person again waits, and each time longer. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AskingAgainTest {
  private MovedClock clock;
  private Actor kari;
  private Actor are;

  @BeforeEach
  void kariAndAre() {
    clock = MovedClock.going();
    QuarkusMock.installMockForType(clock, Clock.class);
    // What Kari may leave in the log is hers in full again, and nobody's login is old yet.
    clock.pass(Duration.ofMinutes(10));
    kari = Actor.kari();
    are = Actor.are();
  }

  @Test
  void afterANoThereIsAPauseThatGrowsAndTheRefusalSaysUntilWhen() {
    declines(kari.proposesRoomFor(are));

    assertNear(clock.instant().plus(hours(24)), refused(asks(kari, are)));
    clock.pass(hours(25));
    declines(kari.proposesRoomFor(are));

    clock.pass(hours(47));
    refused(asks(kari, are));
    clock.pass(hours(2));
    declines(kari.proposesRoomFor(are));
    assertNear(clock.instant().plus(hours(96)), refused(asks(kari, are)));
  }

  @Test
  void aWithdrawalIsANoToo() {
    var roomId = kari.proposesRoomFor(are);
    are.consents(roomId).statusCode(200);
    are.withdraws(roomId).statusCode(200);

    refused(asks(kari, are));
    clock.pass(hours(25));
    asks(kari, are).statusCode(201);
  }

  @Test
  void hisOrganisationWaitsAsHeDoesAndAnotherDoesNot() {
    declines(Actor.sara().proposesRoomFor(are));

    refused(asks(Actor.nils(), are));
    asks(kari, are).statusCode(201);
  }

  @Test
  void whatAColleagueTakesBackBeforeItIsAnsweredHoldsUpHimAlone() {
    declines(Actor.sara().proposesRoomFor(are));
    clock.pass(hours(25));
    var nils = Actor.nils();
    nils.retracts(nils.proposesRoomFor(are)).statusCode(204);

    refused(asks(nils, are));
    asks(Actor.sara(), are).statusCode(201);
  }

  @Test
  void ofFortyWhoAskAtOnceAfterThePauseOnePasses() throws Exception {
    declines(kari.proposesRoomFor(are));
    clock.pass(hours(25));

    assertOneOfFortyPasses(are);
  }

  @Test
  void ofFortyQuestionsAtOnceToSomebodyNeverAskedOnePassesKnownOrNot() throws Exception {
    assertOneOfFortyPasses(are);
    assertOneOfFortyPasses(Actor.somebodyNew("Finnes Ikke"));
  }

  @Test
  void takenBackOnceItMayBeAskedAgainAtOnceAndNotForEver() {
    kari.retracts(kari.proposesRoomFor(are)).statusCode(204);
    kari.retracts(kari.proposesRoomFor(are)).statusCode(204);

    refused(asks(kari, are));
    clock.pass(hours(1));
    kari.retracts(kari.proposesRoomFor(are)).statusCode(204);
    clock.pass(hours(1));
    refused(asks(kari, are));
  }

  @Test
  void aWronglyTypedNumberIsCorrectedAtOnceHoweverOften() {
    for (int i = 0; i < 4; i++) {
      kari.retracts(kari.proposesRoomFor(Actor.somebodyNew("Feil Person"))).statusCode(204);
    }
    asks(kari, are).statusCode(201);
  }

  @Test
  void theRefusalIsTheSameForAKnownAndAnUnknownNumber() {
    var unknown = Actor.somebodyNew("Finnes Ikke");
    var answers = new ArrayList<String>();
    for (var somebody : List.of(are, unknown)) {
      kari.retracts(kari.proposesRoomFor(somebody)).statusCode(204);
      kari.retracts(kari.proposesRoomFor(somebody)).statusCode(204);
      answers.add(asks(kari, somebody).statusCode(409).extract().asString());
    }
    assertEquals(withoutTimes(answers.getFirst()), withoutTimes(answers.getLast()));
  }

  @Test
  void aYesEndsTheCount() {
    declines(kari.proposesRoomFor(are));
    clock.pass(hours(25));
    var roomId = kari.proposesRoomFor(are);
    are.freshBy(clock).consents(roomId).statusCode(200);

    asks(kari, are).statusCode(201);
  }

  @Test
  void aYesToAColleagueIsNoneToSomebodyWhoHadANo() {
    var sara = Actor.sara();
    var roomOfNils = Actor.nils().proposesRoomFor(are);
    declines(sara.proposesRoomFor(are));
    are.freshBy(clock).consents(roomOfNils).statusCode(200);

    refused(asks(sara, are));
    asks(Actor.nils(), are).statusCode(201);
  }

  @Test
  void whatAColleagueGotAYesToHoldsUpNobody() {
    declines(Actor.sara().proposesRoomFor(are));
    clock.pass(hours(25));
    are.freshBy(clock).consents(Actor.nils().proposesRoomFor(are)).statusCode(200);

    asks(Actor.sara(), are).statusCode(201);
  }

  @Test
  void aYesToAColleagueAnswersNoQuestionOfOnesOwn() {
    var sara = Actor.sara();
    sara.proposesRoomFor(are);
    are.freshBy(clock).consents(Actor.nils().proposesRoomFor(are)).statusCode(200);

    refused(asks(sara, are));
  }

  @Test
  void theSameProposalAgainIsNotAskingAgain() {
    var body = proposal(kari, are);
    var roomId = Ids.next();
    kari.proposes(roomId, body).statusCode(201);
    declines(roomId);

    kari.proposes(roomId, body).statusCode(200);
  }

  @Test
  void R6_aQuestionThatCameTooEarlyIsInTheLog() {
    var vera = Actor.vera();
    declines(vera.proposesRoomFor(are));
    refused(asks(vera, are));

    var trace = Heard.refusalOf(vera.personId(), "asked-too-recently");
    assertEquals(AuditAction.REFUSED, trace.action());
  }

  @Test
  void whomThePatientHasRefusedIsNotProposedToHimAgainAndAgain() {
    var frida = Actor.frida();
    var roomId = kari.proposesRoomFor(are, frida);
    are.consents(roomId).statusCode(200);
    are.answersApproval(roomId, are.seatOf(roomId, frida), "DECLINED").statusCode(200);

    assertNear(clock.instant().plus(hours(24)), refused(kari.invites(roomId, frida.roleId())));
    clock.pass(hours(25));
    kari.invites(roomId, frida.roleId()).statusCode(200);
    are.approves(roomId, frida).statusCode(200);
    are.removes(roomId, are.seatOf(roomId, frida)).statusCode(200);
    refused(kari.invites(roomId, frida.roleId()));
    clock.pass(hours(25));
    kari.invites(roomId, frida.roleId()).statusCode(200);
    are.removes(roomId, are.seatOf(roomId, frida)).statusCode(200);
    clock.pass(hours(47));
    refused(kari.invites(roomId, frida.roleId()));
  }

  @Test
  void thePatientHimselfChangesHisMindAtOnceAndSoMayWhoLeft() {
    var frida = Actor.frida();
    var roomId = kari.proposesRoomFor(are, frida);
    are.consents(roomId).statusCode(200);
    are.answersApproval(roomId, are.seatOf(roomId, frida), "DECLINED").statusCode(200);

    are.invites(roomId, frida.roleId()).statusCode(200);
    frida.removes(roomId, are.seatOf(roomId, frida)).statusCode(204);
    kari.invites(roomId, frida.roleId()).statusCode(200);
  }

  private void declines(UUID roomId) {
    are.freshBy(clock).declines(roomId).statusCode(200);
  }

  private static ValidatableResponse asks(Actor proposer, Actor patient) {
    return proposer.proposes(Ids.next(), proposal(proposer, patient));
  }

  /** Until when. */
  private static Instant refused(ValidatableResponse answer) {
    answer.statusCode(409).body("code", equalTo("asked-too-recently"));
    return Instant.parse(answer.extract().<String>path("notBefore"));
  }

  private void assertOneOfFortyPasses(Actor patient) throws Exception {
    var body = proposal(kari, patient);
    List<Callable<Integer>> tries =
        Collections.nCopies(40, () -> kari.proposes(Ids.next(), body).extract().statusCode());
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(40)) {
      for (var answer : threads.invokeAll(tries)) {
        statuses.add(answer.get());
      }
    }
    assertEquals(1, Collections.frequency(statuses, 201));
    assertEquals(39, Collections.frequency(statuses, 409));
  }

  /** The clock goes on while the test runs, and machines are slow. */
  private static void assertNear(Instant expected, Instant told) {
    assertTrue(Math.abs(ChronoUnit.MINUTES.between(expected, told)) < 30, () -> "" + told);
  }

  private static String withoutTimes(String problem) {
    return problem.replaceAll("\"(traceId|notBefore)\":\"[^\"]*\"", "");
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }
}
