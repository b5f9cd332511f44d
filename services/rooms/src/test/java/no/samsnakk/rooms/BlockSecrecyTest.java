package no.samsnakk.rooms;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R9: nobody but the patient learns that he has blocked somebody. Whatever is asked is answered
 * word for word as for a patient who has not, and has not answered.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class BlockSecrecyTest {
  private Actor kari;
  private Actor sara;
  private Actor vera;

  /** The one has blocked Vera, the other has not. */
  private List<Actor> patients;

  @BeforeEach
  void twoPatientsOfWhomOneHasBlockedVera() {
    kari = Actor.kari();
    sara = Actor.sara();
    vera = Actor.vera();
    patients = List.of(Actor.are(), Actor.are());
    patients.getFirst().blocks(vera).statusCode(200);
  }

  @Test
  void R9_anInvitationIsAnsweredAsForAnybodyAndSoIsARepeat() {
    areTheSame(
        patient -> {
          var roomId = kari.proposesRoomFor(patient, sara);
          patient.consents(roomId).statusCode(200);
          patient.approves(roomId, sara).statusCode(200);
          return List.of(
              kari.invites(roomId, vera.roleId()).statusCode(200),
              kari.invites(roomId, vera.roleId())
                  .statusCode(409)
                  .body("code", equalTo("seat-exists")),
              sara.views(roomId).statusCode(200),
              vera.views(roomId).statusCode(404));
        });
  }

  @Test
  void R9_aProposalThatNamesHerIsAnsweredAsForAnybodyAlsoAfterTheYesAndAnOpeningAgain() {
    areTheSame(
        patient -> {
          var roomId = Ids.next();
          var body = Actor.proposal(kari, patient, vera, sara);
          var proposed = kari.proposes(roomId, body).statusCode(201);
          var repeated = kari.proposes(roomId, body).statusCode(200);
          patient.consents(roomId).statusCode(200);
          var open = kari.views(roomId).statusCode(200);
          patient.withdraws(roomId).statusCode(200);
          patient.opensAgain(roomId).statusCode(200);
          return List.of(proposed, repeated, open, kari.views(roomId).statusCode(200));
        });
  }

  @Test
  void R9_aProposalOfHersIsAnsweredAsForAnybodyAndIsTakenBackAsAny() {
    areTheSame(
        patient -> {
          var roomId = Ids.next();
          var body = Actor.proposal(vera, patient);
          var answers = new ArrayList<ValidatableResponse>();
          answers.add(vera.proposes(roomId, body).statusCode(201));
          answers.add(vera.views(roomId).statusCode(200));
          answers.add(vera.proposes(Ids.next(), body).statusCode(409));
          assertTrue(vera.seesRooms().contains(roomId.toString()));
          // Whatever else a proposer can ask of a room that waits.
          answers.add(vera.removes(roomId, vera.seatOf(roomId, vera)));
          answers.add(vera.removes(roomId, Ids.next().toString()));
          answers.add(vera.invites(roomId, Actor.sara().roleId()));
          answers.add(vera.approves(roomId, vera));
          answers.add(vera.withdraws(roomId));
          answers.add(vera.proposes(roomId, body));
          answers.add(vera.retracts(roomId).statusCode(204));
          answers.add(vera.views(roomId).statusCode(404));
          var again = Ids.next();
          answers.add(vera.proposes(again, body).statusCode(201));
          vera.retracts(again).statusCode(204);
          return answers;
        });
  }

  @Test
  void R9_whoIsBlockedWhileSheWaitsSeesHerQuestionStandAsBefore() {
    var are = Actor.are();
    var roomId = vera.proposesRoomFor(are);
    var before = known(vera.views(roomId));
    var place = vera.seesRooms().indexOf(roomId.toString());
    are.blocks(vera).statusCode(200);

    assertEquals(
        before,
        known(vera.views(roomId).statusCode(200))
            .replaceAll("\"accessEpoch\":2", "\"accessEpoch\":1"));
    assertEquals(place, vera.seesRooms().indexOf(roomId.toString()));
  }

  @Test
  void R9_whoWaitsInAnOpenRoomGetsTheNoThatAnybodyGets() {
    var answers = new ArrayList<String>();
    for (var says : List.<BiConsumer<Actor, UUID>>of(this::blocksHer, this::declinesHer)) {
      var are = Actor.are();
      var roomId = kari.proposesRoomFor(are, vera);
      are.consents(roomId).statusCode(200);
      says.accept(are, roomId);

      var himself = are.personId().toString();
      answers.add(known(kari.views(roomId).statusCode(200)).replace(himself, "him"));
      var told = Heard.changesOf(roomId, 3).getLast();
      assertEquals(RoomChanged.Change.SEAT_DECLINED, told.change());
    }
    assertEquals(answers.getLast(), answers.getFirst());
  }

  private void blocksHer(Actor are, UUID roomId) {
    are.blocks(vera).statusCode(200);
  }

  private void declinesHer(Actor are, UUID roomId) {
    are.answersApproval(roomId, are.seatOf(roomId, vera), "DECLINED").statusCode(200);
  }

  @Test
  void R9_whoNamedHerSeesNothingChangeWhileTheRoomIsNotOpen() {
    var are = Actor.are();
    var roomId = kari.proposesRoomFor(are, vera);
    var before = kari.views(roomId).extract().asString();
    are.blocks(vera).statusCode(200);

    assertEquals(before, kari.views(roomId).extract().asString());
  }

  @Test
  void R9_theLetterGoesWhereSheTypedAsForAnybodyForItMayBeHerOwn() {
    var are = patients.getFirst();
    var roomId = Ids.next();
    vera.proposes(roomId, Actor.proposalTelling("are@example.no", vera, are)).statusCode(201);
    assertEquals("are@example.no", Heard.changesOf(roomId, 1).getLast().letterTo());
    vera.retracts(roomId).statusCode(204);
  }

  @Test
  void R9_anInvitationLeavesNoTraceThatTellsOfIt() {
    var are = patients.getFirst();
    var roomId = kari.proposesRoomFor(are);
    are.consents(roomId).statusCode(200);
    kari.invites(roomId, vera.roleId()).statusCode(200);

    var about =
        Heard.traces(roomId, AuditAction.SEAT_PROPOSED).stream()
            .filter(entry -> vera.personId().equals(entry.concerns()))
            .toList();
    assertEquals(1, about.size());
    assertEquals(AuditAction.SEAT_PROPOSED, about.getFirst().action());
    assertEquals(kari.personId(), about.getFirst().agentId());
  }

  private interface Story {
    List<ValidatableResponse> toldOf(Actor patient);
  }

  private void areTheSame(Story story) {
    var told = patients.stream().map(patient -> known(patient, story.toldOf(patient))).toList();
    assertFalse(told.getFirst().isEmpty());
    assertEquals(told.getLast(), told.getFirst());
  }

  private static List<String> known(Actor patient, List<ValidatableResponse> answers) {
    var himself = patient.personId().toString();
    return answers.stream().map(answer -> known(answer).replace(himself, "him")).toList();
  }

  /** The answer without what differs between any two rooms. */
  private static String known(ValidatableResponse answer) {
    var extracted = answer.extract();
    return extracted.statusCode()
        + extracted
            .asString()
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[^\"]*", "time")
            .replaceAll("(roomId|seatId|traceId)\":\"[^\"]*", "$1\":\"id")
            .replaceAll("\"person\":\\{\"personId\":\"[^\"]*\",\"name\":\"Are", "\"Are")
            .replaceAll("\"patient\":\\{\"personId\":\"[^\"]*\"", "\"patient\":{");
  }
}
