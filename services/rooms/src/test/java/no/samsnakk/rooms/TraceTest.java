package no.samsnakk.rooms;

import static no.samsnakk.contracts.time.Patience.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.AuditRecorded.Outcome;
import no.samsnakk.contracts.time.MovedClock;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class TraceTest {

  @Test
  void R6_aViewIsInTheLogBeforeItIsAnswered() throws Exception {
    var kari = Actor.kari();
    var are = Actor.are();
    var roomId = kari.proposesRoomFor(are);
    kari.views(roomId).statusCode(200);

    var trace =
        Heard.traces(roomId, AuditAction.ROOM_VIEWED).stream()
            .filter(entry -> entry.action() == AuditAction.ROOM_VIEWED)
            .findFirst()
            .orElseThrow();
    assertEquals(kari.personId(), trace.agentId());
    assertEquals(are.personId(), trace.patientId());
    assertEquals(kari.organisationId(), String.valueOf(trace.agentOrganisationId()));
  }

  /** A visit is a person opening; what her browser does by itself is told as that. */
  @Test
  void R6_whatABrowserFetchesByItselfIsNoVisitAndLeavesATraceAllTheSame() throws Exception {
    var kari = Actor.kari();
    var roomId = kari.proposesRoomFor(Actor.are());
    kari.views(roomId).statusCode(200);
    var visits = visitsTo(roomId);

    for (int i = 0; i < 10; i++) {
      kari.refreshes(roomId).statusCode(200);
    }

    var told = Heard.traces(roomId, AuditAction.ROOM_REFRESHED).getLast();
    assertEquals(kari.personId(), told.agentId());
    assertEquals(kari.organisationId(), String.valueOf(told.agentOrganisationId()));
    assertEquals(visits, visitsTo(roomId));
    assertEquals(10, countOf(roomId, AuditAction.ROOM_REFRESHED));
  }

  @Test
  void R6_whoSaysNothingOfWhySheAsksHasOpenedIt() throws Exception {
    var kari = Actor.kari();
    var roomId = kari.proposesRoomFor(Actor.are());
    var visits = visitsTo(roomId);

    kari.asks().get("/api/rooms/" + roomId).then().statusCode(200);
    kari.asks().get("/api/rooms/" + roomId + "?refresh=").then().statusCode(200);
    kari.asks().get("/api/rooms/" + roomId + "?refresh=yes").then().statusCode(200);

    assertEquals(visits + 3, visitsTo(roomId));
  }

  private static int visitsTo(UUID roomId) throws Exception {
    return countOf(roomId, AuditAction.ROOM_VIEWED);
  }

  @Test
  void R6_aRefusalLeavesATraceWithItsCode() {
    var nils = Actor.nils();
    var roomId = Actor.kari().proposesRoomFor(Actor.are());
    nils.views(roomId).statusCode(404);

    var trace = Heard.traces(roomId, AuditAction.REFUSED).getLast();
    assertEquals(Outcome.REFUSED, trace.outcome());
    assertEquals("room-unknown", trace.code());
    assertEquals(nils.personId(), trace.agentId());
  }

  @Test
  void R6_aHundredRefusalsAreOneEntryAndACount() throws Exception {
    var nils = Actor.nils();
    var roomId = Actor.kari().proposesRoomFor(Actor.are());
    for (int i = 0; i < 100; i++) {
      nils.views(roomId);
    }

    var refusal = " where room_id = '%s' and agent_id = '%s'".formatted(roomId, nils.personId());
    assertEquals(100, Database.count("select count from rooms.refusal" + refusal));
    var told = Heard.traces(roomId, AuditAction.REFUSED).stream();
    assertEquals(1, told.filter(entry -> entry.outcome() == Outcome.REFUSED).count());
  }

  @Test
  void R6_whoLooksAgainAndAgainIsOneEntryAndACountThatIsTold() throws Exception {
    var clock = MovedClock.going();
    QuarkusMock.installMockForType(clock, Clock.class);
    var kari = Actor.kari();
    var roomId = kari.proposesRoomFor(Actor.are());
    int proposing = visitsTo(roomId);
    for (int i = 0; i < 360; i++) {
      clock.pass(Duration.ofMillis(500));
      kari.views(roomId).statusCode(200);
    }

    assertEquals(1, viewsOf(roomId).size());
    assertEquals(360 + proposing, visitsTo(roomId));

    clock.pass(Duration.ofMinutes(10));
    var told = await().until(() -> viewsOf(roomId), views -> views.size() > 1);
    assertEquals(2, told.size());
    var first = told.getFirst();
    var all = told.getLast();
    assertEquals(360L + proposing, all.count());
    assertEquals(first.entryId(), all.viewId());
    assertEquals(first.at(), all.at());
    assertEquals(first.agentOrganisationId(), all.agentOrganisationId());
    assertEquals(first.patientId(), all.patientId());
    assertTrue(all.until().isAfter(all.at().plus(Duration.ofMinutes(3))), () -> "" + all.until());
  }

  private static List<AuditRecorded> viewsOf(UUID roomId) {
    return Heard.traces(roomId, AuditAction.ROOM_VIEWED).stream()
        .filter(entry -> entry.action() == AuditAction.ROOM_VIEWED)
        .toList();
  }

  private static int countOf(UUID roomId, AuditAction look) throws Exception {
    return Math.toIntExact(
        Database.count(
            "select coalesce(sum(count), 0) from rooms.viewing where room_id = '%s' and action = '%s'"
                .formatted(roomId, look)));
  }

  @Test
  void R6_whoeverFillsTheLogIsToldToWaitAndStandsInItOnce() throws Exception {
    var ola = Actor.somebodyNew("Ola").signsIn();
    var answers = IntStream.range(0, 5_000).mapToObj(i -> ola.views(Ids.next()));
    answers
        .filter(answer -> answer.extract().statusCode() == 429)
        .limit(2)
        .forEach(answer -> answer.body("code", equalTo("too-many-requests")));

    await().untilAsserted(() -> assertEquals(1, timesToldToWait(ola)));
    assertEquals(List.of(), ola.seesRooms());
  }

  private static long timesToldToWait(Actor person) {
    return Heard.tracesOf(person.personId(), AuditAction.REFUSED).stream()
        .filter(entry -> "too-many-requests".equals(entry.code()))
        .count();
  }

  @Test
  void R6_whereTheLogCannotBeWrittenTheActDoesNotHappen() throws Exception {
    var kari = Actor.kari();
    var are = Actor.are();
    var roomId = kari.proposesRoomFor(are);
    var another = Ids.next();
    var body = Actor.proposal(kari, Actor.are());
    Database.execute("revoke insert on rooms.outbox from samsnakk_rooms");
    // What is only to be counted is not told: it has to be possible to count it.
    Database.execute("revoke insert on rooms.viewing from samsnakk_rooms");
    try {
      kari.views(roomId).statusCode(503).body("code", equalTo("log-unavailable"));
      are.consents(roomId).statusCode(503).body("code", equalTo("log-unavailable"));
      kari.searches("Sara").statusCode(503).body("code", equalTo("log-unavailable"));
      kari.proposes(another, body).statusCode(503).body("code", equalTo("log-unavailable"));
      Actor.somebodyNew("Ola")
          .reportsSignIn(Actor.somebodyNew("Ola").idToken(), "wrong")
          .statusCode(403);
    } finally {
      Database.execute("grant insert on rooms.outbox, rooms.viewing to samsnakk_rooms");
    }

    are.views(roomId).body("status", equalTo("PROPOSED")).body("accessEpoch", equalTo(1));
    kari.views(another).statusCode(404);
  }
}
