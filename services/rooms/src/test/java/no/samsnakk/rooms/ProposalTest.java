package no.samsnakk.rooms;

import static no.samsnakk.rooms.Actor.proposal;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ProposalTest {
  private Actor kari;

  @BeforeEach
  void kariSignsIn() {
    kari = Actor.kari();
  }

  @Test
  void kariProposesARoomForAreWithFridaAndVera() {
    var are = Actor.are();
    var roomId = Ids.next();

    kari.proposes(roomId, proposal(kari, are, Actor.frida(), Actor.vera()))
        .statusCode(201)
        .body("roomId", equalTo(roomId.toString()))
        .body("status", equalTo("PROPOSED"))
        .body("purpose", equalTo("Tilbake i jobb"))
        .body("patient.name", equalTo("Are (skrevet av Kari)"))
        .body("me.part", equalTo("HELPER"))
        .body("me.status", equalTo("PROPOSED"))
        .body("proposedBy.name", equalTo("Kari Kommunepsykolog"))
        .body("proposedBy.organisationName", equalTo("Askøy kommune"))
        .body("participantCount", equalTo(0))
        .body("accessEpoch", equalTo(1))
        .body("seats.status", equalTo(Collections.nCopies(4, "PROPOSED")))
        .body("seats.find { it.title == 'Fastlege' }.invitedBy", equalTo("Kari Kommunepsykolog"))
        .body("may.findAll { it.value }.keySet().toList()", contains("retract"));
  }

  @Test
  void R1_onlyTheProposerAndThePatientSeeARoomThatIsNotConsentedTo() {
    var are = Actor.are();
    var frida = Actor.frida();
    var roomId = kari.proposesRoomFor(are, frida);

    kari.views(roomId).statusCode(200);
    are.views(roomId).statusCode(200).body("awaiting", contains("CONSENT"));
    assertTrue(are.seesRooms().contains(roomId.toString()));
    assertTrue(kari.seesRooms().contains(roomId.toString()));
    frida.views(roomId).statusCode(404).body("code", equalTo("room-unknown"));
    assertFalse(frida.seesRooms().contains(roomId.toString()));
  }

  @Test
  void aForeignRoomAnswersAsOneThatDoesNotExist() {
    var nils = Actor.nils();
    var roomId = kari.proposesRoomFor(Actor.are());

    assertEquals(
        bodyOf(nils.views(Ids.next()).statusCode(404).extract().asString()),
        bodyOf(nils.views(roomId).statusCode(404).extract().asString()));
    assertEquals(
        bodyOf(nils.consents(Ids.next()).statusCode(404).extract().asString()),
        bodyOf(nils.consents(roomId).statusCode(404).extract().asString()));
    nils.asks().get("/api/rooms/no-id").then().body("code", equalTo("room-unknown"));
  }

  private static String bodyOf(String problem) {
    return problem.replaceAll("\"traceId\":\"[0-9a-f]*\"", "");
  }

  @Test
  void theSameProposalAgainIsTheSameRoom() {
    var body = proposal(kari, Actor.are(), Actor.frida(), Actor.vera());
    var roomId = Ids.next();
    kari.proposes(roomId, body).statusCode(201);
    var inOtherOrder = new LinkedHashMap<>(body);
    inOtherOrder.put("invitedRoleIds", List.of(Actor.vera().roleId(), Actor.frida().roleId()));

    kari.proposes(roomId, body).statusCode(200).body("accessEpoch", equalTo(1));
    kari.proposes(roomId, inOtherOrder).statusCode(200);
  }

  @Test
  void twentyProposalsAtOnceMakeOneRoom() throws Exception {
    var are = Actor.somebodyNew("Ny Nordmann");
    var body = proposal(kari, are, Actor.frida());
    var roomId = Ids.next();
    List<Callable<Integer>> tries =
        Collections.nCopies(20, () -> kari.proposes(roomId, body).extract().statusCode());
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(20)) {
      for (var answer : threads.invokeAll(tries)) {
        statuses.add(answer.get());
      }
    }

    assertEquals(1, Collections.frequency(statuses, 201));
    assertEquals(19, Collections.frequency(statuses, 200));
    assertEquals(
        3,
        Database.count("select count(*) from rooms.seat where room_id = '%s'".formatted(roomId)));
    assertEquals(1, Heard.changesOf(roomId, 1).size());
    var proposed =
        Heard.traces(roomId, AuditAction.ROOM_PROPOSED).stream()
            .filter(entry -> entry.action() == AuditAction.ROOM_PROPOSED);
    assertEquals(1, proposed.count());
  }

  @Test
  void noOtherServiceKeepsARoomFromBeingProposed() throws Exception {
    var are = Actor.are();

    Database.waitsForNothingButItsTurn("room-%", () -> kari.proposesRoomFor(are));

    assertEquals(1, are.seesRooms().size());
  }

  @Test
  void severalRoomsForOneStrangerAtOnceMakeOnePerson() throws Exception {
    var stranger = Actor.somebodyNew("Ny Nordmann");
    var proposers = List.of(kari, Actor.frida(), Actor.vera(), Actor.sara(), Actor.nils());
    var tries = new ArrayList<Callable<Integer>>();
    for (var proposer : proposers) {
      var body = proposal(proposer, stranger);
      tries.add(() -> proposer.proposes(Ids.next(), body).extract().statusCode());
    }
    try (var threads = Executors.newFixedThreadPool(tries.size())) {
      for (var answer : threads.invokeAll(tries)) {
        assertEquals(201, answer.get());
      }
    }
    stranger.signsIn();
    assertEquals(5, stranger.seesRooms().size());
  }

  @Test
  void anotherProposalUnderTheSameIdIsRefused() {
    var are = Actor.are();
    var roomId = kari.proposesRoomFor(are);
    var different = proposal(kari, are);
    different.put("purpose", "Noe annet");

    kari.proposes(roomId, different)
        .statusCode(409)
        .body("code", equalTo("room-exists-differently"));
    var vera = Actor.vera();
    vera.proposes(roomId, proposal(vera, are))
        .statusCode(409)
        .body("code", equalTo("room-exists-differently"));
  }

  @Test
  void aNumberTellsTheProposerNothingAboutWhoItIs() {
    var known = Actor.somebodyNew("Ola Hemmelig").signsIn();
    var unknown = Actor.somebodyNew("Finnes Ikke");

    var ofKnown = kari.proposes(Ids.next(), proposal(kari, known)).statusCode(201).extract();
    var ofUnknown = kari.proposes(Ids.next(), proposal(kari, unknown)).statusCode(201).extract();

    assertEquals(shape(ofKnown.as(Map.class)), shape(ofUnknown.as(Map.class)));
    assertFalse(ofKnown.asString().contains("Hemmelig"));
    assertFalse(ofKnown.asString().contains(known.personId().toString()));
    assertEquals("Are (skrevet av Kari)", ofKnown.path("patient.name"));
  }

  @Test
  void notEvenByInvitingTheVeryPersonWhoseNumberItIs() throws Exception {
    var frida = Actor.frida();
    var sameTwice = kari.proposes(Ids.next(), proposal(kari, frida, frida)).statusCode(201);
    var twoPeople = kari.proposes(Ids.next(), proposal(kari, Actor.are(), frida)).statusCode(201);

    assertEquals(
        shape(twoPeople.extract().as(Map.class)), shape(sameTwice.extract().as(Map.class)));
    var roomId = UUID.fromString(sameTwice.extract().path("roomId"));
    frida.consents(roomId).statusCode(200).body("seats.status", hasItem("DECLINED"));
    var inView = "select count(*) from rooms.access_v1 where room_id = '%s' and person_id = '%s'";
    assertEquals(1, Database.count(inView.formatted(roomId, frida.personId())));
  }

  /** What the answer consists of, whatever ids and times are in it. */
  private static Object shape(Object answer) {
    return switch (answer) {
      case Map<?, ?> map -> {
        var shape = new HashMap<Object, Object>();
        map.forEach((key, value) -> shape.put(key, shape(value)));
        yield shape;
      }
      case List<?> list -> list.stream().map(ProposalTest::shape).toList();
      case String text when text.matches("[0-9a-f]{8}-.{27}") -> "id";
      case String text when text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z") -> "time";
      default -> answer;
    };
  }

  @Test
  void anInvalidNumberIsRefused() {
    var body = proposal(kari, Actor.are());
    for (var wrong : List.of("12345678901", "1", "abcdefghijk", "00000000000")) {
      body.put("patient", Map.of("identityNumber", wrong, "name", "Are"));
      kari.proposes(Ids.next(), body)
          .statusCode(422)
          .body("code", equalTo("identity-number-invalid"));
    }
  }

  @Test
  void aNumberThatCouldBeSomebodysIsRefusedInTheDemo() {
    var body = proposal(kari, Actor.are());
    body.put("patient", Map.of("identityNumber", Numbers.likeReal(), "name", "Are"));
    kari.proposes(Ids.next(), body)
        .statusCode(422)
        .body("code", equalTo("identity-number-not-synthetic"));
  }

  @Test
  void aDNumberIsANumberToo() {
    var body = proposal(kari, Actor.are());
    body.put("patient", Map.of("identityNumber", Numbers.syntheticD(), "name", "Are"));
    kari.proposes(Ids.next(), body).statusCode(201);
  }

  @Test
  void nobodyProposesARoomForHimself() {
    kari.proposes(Ids.next(), proposal(kari, kari))
        .statusCode(422)
        .body("code", equalTo("cannot-propose-for-self"));
  }

  @Test
  void onlyProfessionalsCanBeInvited() {
    var body = proposal(kari, Actor.are());
    for (var role : List.of(Ids.next().toString(), Actor.anne().roleId())) {
      body.put("invitedRoleIds", List.of(role));
      kari.proposes(Ids.next(), body).statusCode(422).body("code", equalTo("role-unknown"));
    }
  }

  @Test
  void nobodyProposesInARoleThatIsNotHis() {
    var body = proposal(Actor.vera(), Actor.are());
    kari.proposes(Ids.next(), body).statusCode(403).body("code", equalTo("not-allowed"));
    var anne = Actor.anne();
    anne.proposes(Ids.next(), proposal(anne, Actor.are()))
        .statusCode(403)
        .body("code", equalTo("not-allowed"));
  }

  @Test
  void whatIsTooLongOrMissingIsNamed() {
    var body = proposal(kari, Actor.are());
    body.put("purpose", "x".repeat(201));
    body.put("patient", Map.of("identityNumber", "1", "name", "y".repeat(121)));
    body.put("invitedRoleIds", Collections.nCopies(21, kari.roleId()));

    kari.proposes(Ids.next(), body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid-request"))
        .body("fields.name", hasItem("purpose"))
        .body("fields.name", hasItem("name"))
        .body("fields.name", hasItem("invitedRoleIds"))
        .body("fields.code", not(hasItem("pattern")));
    kari.proposes(Ids.next(), Map.of()).statusCode(400).body("code", equalTo("invalid-request"));
    kari.proposes(UUID.randomUUID(), proposal(kari, Actor.are()))
        .statusCode(400)
        .body("fields.name", contains("roomId"));
    kari.asks().body("{broken").put("/api/rooms/" + Ids.next()).then().statusCode(400);
  }

  @Test
  void R6_proposingIsToldAndLeavesATraceForTheRoomAndForEverySeat() {
    var are = Actor.are();
    var frida = Actor.frida();
    var roomId = kari.proposesRoomFor(are, frida);

    var told = Heard.changesOf(roomId, 1).getFirst();
    assertEquals(RoomChanged.Change.PROPOSED, told.change());
    assertEquals(are.personId(), told.patientId());
    assertEquals(kari.personId(), told.changedBy());
    assertTrue(told.seats().stream().noneMatch(seat -> seat.mayRead() || seat.mayWrite()));
    var traces = Heard.traces(roomId, AuditAction.SEAT_PROPOSED);
    assertEquals(
        List.of(AuditAction.ROOM_PROPOSED, AuditAction.SEAT_PROPOSED),
        traces.stream().map(entry -> entry.action()).toList());
    assertEquals(kari.organisationId(), String.valueOf(traces.getFirst().agentOrganisationId()));
    assertEquals(frida.personId(), traces.getLast().concerns());
    assertEquals(are.personId(), traces.getLast().patientId());
  }
}
