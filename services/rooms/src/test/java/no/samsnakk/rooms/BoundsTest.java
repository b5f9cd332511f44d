package no.samsnakk.rooms;

import static no.samsnakk.rooms.Actor.proposal;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samsnakk.contracts.time.MovedClock;
import no.samsnakk.local.Home;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.rooms.directory.DirectoryStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room has fifty seats, and of one proposer's questions only so many wait for an answer. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@TestProfile(BoundsTest.TenOpenProposals.class)
class BoundsTest {
  private static final int COLLEAGUES = 70;

  @Inject DirectoryStart directory;
  @TempDir Path folder;

  private Actor kari;
  private Actor are;
  private UUID roomId;
  private List<String> colleagues;

  @BeforeEach
  void karisRoomForAreHasTwoSeatsAndThereAreManyColleagues() throws Throwable {
    thereAreManyColleagues();
    kari = Actor.kari();
    are = Actor.are();
    roomId = kari.proposesRoomFor(are);
    are.consents(roomId).statusCode(200);
  }

  @Test
  void theFiftyFirstSeatIsRefusedWhoeverAsks() throws Exception {
    fill(50);

    full(kari.invites(roomId, colleagues.get(60)));
    full(are.invites(roomId, colleagues.get(60)));
    assertEquals(50, seats());
  }

  @Test
  void R4_noBoundRefusesANoALeavingOrAWithdrawal_andTheirPlacesAreFree() throws Exception {
    fill(50);
    are.answersApproval(roomId, seat(0), "APPROVED").statusCode(200);
    full(kari.invites(roomId, colleagues.get(60)));

    are.answersApproval(roomId, seat(1), "DECLINED").statusCode(200);
    kari.invites(roomId, colleagues.get(60)).statusCode(200);
    full(kari.invites(roomId, colleagues.get(61)));

    are.removes(roomId, seat(0)).statusCode(200);
    kari.invites(roomId, colleagues.get(61)).statusCode(200);
    full(are.invites(roomId, colleagues.get(0)));

    kari.removes(roomId, are.seatOf(roomId, kari)).statusCode(204);
    are.invites(roomId, colleagues.get(0)).statusCode(200);
    are.withdraws(roomId).statusCode(200);
  }

  @Test
  void fortyInvitationsAtOnceNeverMakeMoreSeatsThanThereMayBe() throws Exception {
    fill(30);
    var tries = new ArrayList<Callable<Integer>>();
    for (var colleague : colleagues.subList(28, 68)) {
      tries.add(() -> kari.invites(roomId, colleague).extract().statusCode());
    }

    var statuses = atOnce(tries);

    assertEquals(20, Collections.frequency(statuses, 200));
    assertEquals(20, Collections.frequency(statuses, 409));
    assertEquals(50, seats());
  }

  @Test
  void whoeverHasTenQuestionsOpenAsksNobodyElse_untilOneIsAnsweredOrTakenBack() {
    var nils = Actor.nils();
    var first = Actor.are();
    var again = proposal(nils, first);
    var room = Ids.next();
    nils.proposes(room, again).statusCode(201);
    var rooms = IntStream.range(0, 9).mapToObj(_ -> nils.proposesRoomFor(somebody())).toList();

    tooMany(proposes(nils));
    nils.proposes(room, again).statusCode(200);
    proposes(Actor.sara()).statusCode(201);

    nils.retracts(rooms.getFirst()).statusCode(204);
    proposes(nils).statusCode(201);
    tooMany(proposes(nils));
    first.declines(room).statusCode(200);
    nils.proposesRoomFor(are);
    tooMany(proposes(nils));
    var lasts = are.seesRooms().stream().filter(id -> !id.equals(roomId.toString())).toList();
    are.consents(UUID.fromString(lasts.getFirst())).statusCode(200);
    proposes(nils).statusCode(201);
    tooMany(proposes(nils));
  }

  @Test
  void R4_whoWaitsForHisTurnToProposeHoldsUpNoWithdrawal() throws Exception {
    var body = proposal(Actor.sara(), somebody());

    Database.whileItWaitsForItsTurn(
        "proposer-%",
        () -> Actor.sara().proposes(roomId, body).statusCode(409),
        () -> are.withdraws(roomId).statusCode(200));
  }

  @Test
  void ofFortyProposalsAtOnceOnlyTenAreMade() throws Exception {
    var vera = Actor.vera();
    var tries = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 40; i++) {
      var body = proposal(vera, somebody());
      tries.add(() -> vera.proposes(Ids.next(), body).extract().statusCode());
    }

    var statuses = atOnce(tries);

    assertEquals(10, Collections.frequency(statuses, 201));
    assertEquals(30, Collections.frequency(statuses, 409));
  }

  private void fill(int upTo) {
    for (var colleague : colleagues.subList(0, upTo - 2)) {
      kari.invites(roomId, colleague).statusCode(200);
    }
  }

  private long seats() throws Exception {
    return Database.count(
        """
        select count(*) from rooms.seat
        where room_id = '%s' and status in ('PROPOSED', 'ACTIVE')"""
            .formatted(roomId));
  }

  private String seat(int colleague) throws Exception {
    return Database.texts(
            "select seat_id from rooms.seat where room_id = '%s' and role_id = '%s'"
                .formatted(roomId, colleagues.get(colleague)))
        .getFirst();
  }

  private static ValidatableResponse proposes(Actor proposer) {
    return proposer.proposes(Ids.next(), proposal(proposer, somebody()));
  }

  private static Actor somebody() {
    return Actor.somebodyNew("Ukjent Person");
  }

  private static void full(ValidatableResponse answer) {
    answer.statusCode(409).body("code", equalTo("room-full"));
  }

  private static void tooMany(ValidatableResponse answer) {
    answer.statusCode(409).body("code", equalTo("too-many-open-proposals"));
  }

  private static List<Integer> atOnce(List<Callable<Integer>> tries) throws Exception {
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(tries.size())) {
      for (var answer : threads.invokeAll(tries)) {
        statuses.add(answer.get());
      }
    }
    return statuses;
  }

  @Test
  void howOftenSomebodyChangesHerAddressIsNoMatterOfHowManyLettersProposalsMaySend() {
    var clock = MovedClock.going();
    QuarkusMock.installMockForType(clock, Clock.class);
    clock.moveTo(Noon.tomorrow());
    for (int i = 0; i < 5; i++) {
      changesAddress(i).statusCode(200);
    }

    changesAddress(5).statusCode(429).body("code", equalTo("address-changed-too-often"));
  }

  private ValidatableResponse changesAddress(int to) {
    int version = are.seesHerAddress().extract().path("version");
    return are.wantsLettersAt(to + "@mail.example", version);
  }

  private void thereAreManyColleagues() throws Throwable {
    var find = "select role_id from rooms.role where title = 'Kollega' order by role_id";
    colleagues = Database.texts(find);
    if (colleagues.isEmpty()) {
      var people =
          IntStream.range(0, COLLEAGUES)
              .mapToObj(_ -> colleague(Numbers.synthetic()))
              .collect(Collectors.joining());
      var demo = Files.readString(Home.find().deploy("demo/directory.json"));
      var file = folder.resolve("directory.json");
      directory.read(
          Files.writeString(file, demo.replace("\"people\": [", "\"people\": [" + people)));
      colleagues = Database.texts(find);
    }
  }

  private static String colleague(String number) {
    return """
        {"identityNumber": "%s", "name": "Kollega", "email": null, "roles": [
          {"organisation": "310000108", "kind": "PROFESSIONAL", "title": "Kollega"}]},
        """
        .formatted(number);
  }

  /** A database of its own, in which nobody has asked anything yet. */
  public static class TenOpenProposals implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("samsnakk.bounds.open-proposals", "10", "samsnakk.letters.to-address", "50");
    }
  }
}
