package no.samsnakk.rooms;

import static io.restassured.RestAssured.given;
import static no.samsnakk.rooms.Actor.proposal;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.samsnakk.contracts.openapi.ForeignRoom;
import no.samsnakk.contracts.openapi.Operation;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever a room is none of the business of learns not even whether there is one. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ForeignRoomTest {
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length");

  private UUID room;
  private String seat;
  private Actor ola;

  /** Everybody who is not in Are's room. */
  enum Outsider {
    PROFESSIONAL_IN_NO_ROOM,
    PATIENT_OF_ANOTHER_ROOM,
    AUDITOR_OF_ANOTHER_ORGANISATION,
    REMOVED,
    INVITED_AND_NOT_APPROVED,
    NOBODY
  }

  @BeforeEach
  void areHasARoom() {
    var are = Actor.are();
    var kari = Actor.kari();
    room = kari.proposesRoomFor(are, Actor.vera(), Actor.frida());
    are.consents(room).statusCode(200);
    are.approves(room, Actor.vera()).statusCode(200);
    seat = are.seatOf(room, Actor.vera());
    are.removes(room, seat).statusCode(200);
    ola = Actor.somebodyNew("Ola Nordmann").signsIn();
    kari.proposesRoomFor(ola);
  }

  @ParameterizedTest
  @EnumSource
  void R1_everyOperationAnswersAsForARoomThatDoesNotExist(Outsider outsider) {
    var who = who(outsider);
    var samples =
        Map.<String, Object>of("/patient/email", "a@example.no", "/roleId", Actor.sara().roleId());
    var asked = new ForeignRoom(seat, samples);
    var differences = new ArrayList<String>();
    for (Operation operation : ForeignRoom.operations("rooms")) {
      asked
          .difference(operation, room, (method, address, body) -> ask(who, method, address, body))
          .ifPresent(differences::add);
    }
    assertEquals(List.of(), differences);
  }

  /**
   * Under an id that is taken nothing is proposed; and only who could propose it learns even that.
   */
  @Test
  void aProposalUnderAForeignRoomsIdIsJudgedLikeAnyOtherBeforeItIsRefused() {
    var nils = Actor.nils();
    var wrong = proposal(nils, ola);
    wrong.put("patient", Map.of("identityNumber", "11111111111", "name", "Ola"));
    nils.proposes(room, wrong).statusCode(422).body("code", equalTo("identity-number-invalid"));
    var invitesNobody = proposal(nils, ola);
    invitesNobody.put("invitedRoleIds", List.of(Ids.next().toString()));
    nils.proposes(room, invitesNobody).statusCode(422).body("code", equalTo("role-unknown"));
    nils.proposes(room, proposal(nils, nils))
        .statusCode(422)
        .body("code", equalTo("cannot-propose-for-self"));

    nils.proposes(room, proposal(nils, ola))
        .statusCode(409)
        .body("code", equalTo("room-exists-differently"));
  }

  private @Nullable Actor who(Outsider outsider) {
    return switch (outsider) {
      case PROFESSIONAL_IN_NO_ROOM -> Actor.nils();
      case PATIENT_OF_ANOTHER_ROOM -> ola;
      case AUDITOR_OF_ANOTHER_ORGANISATION -> Actor.anne();
      case REMOVED -> Actor.vera();
      case INVITED_AND_NOT_APPROVED -> Actor.frida();
      case NOBODY -> null;
    };
  }

  private static ForeignRoom.Answer ask(
      @Nullable Actor who, String method, String address, byte[] body) {
    forgetWhatIsCounted();
    var before = logged(who);
    var asks = who == null ? given().contentType(ContentType.JSON) : who.asks();
    var answer = asks.body(body).request(method, address);
    var headers = new TreeMap<String, String>();
    for (Header header : answer.headers()) {
      if (!OF_THE_MOMENT.contains(header.getName().toLowerCase(java.util.Locale.ROOT))) {
        headers.put(header.getName(), header.getValue());
      }
    }
    var after = logged(who);
    return new ForeignRoom.Answer(
        answer.statusCode(),
        headers,
        answer.body().asString(),
        after.subList(before.size(), after.size()));
  }

  /** Or the second refusal for the same reason would be counted with the first. */
  private static void forgetWhatIsCounted() {
    try {
      Database.execute("delete from rooms.refusal");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was told to the log of this person, whom it is about without her id; or of anybody. */
  private static List<String> logged(@Nullable Actor who) {
    try {
      var whose = who == null ? "%" : "%\"agentId\":\"" + who.personId() + "\"%";
      return Database.texts(
          "select payload from rooms.outbox where topic = 'samsnakk.audit.v1' and payload like '%s'"
                  .formatted(whose)
              + " order by id");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
