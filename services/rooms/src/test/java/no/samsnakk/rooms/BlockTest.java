package no.samsnakk.rooms;

import static no.samsnakk.contracts.time.Patience.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R1, R4: whom the patient blocks has no seat and no right in any room of his, and nobody gives her
 * one. (That nobody is told is {@link BlockSecrecyTest}'s, and what happens at once {@link
 * BlockRaceTest}'s.)
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class BlockTest {
  @Inject Scheduler scheduler;

  private Actor kari;
  private Actor sara;
  private Actor vera;
  private Actor are;
  private UUID roomId;

  @BeforeEach
  void areHasARoomWithKariAndVera() {
    kari = Actor.kari();
    sara = Actor.sara();
    vera = Actor.vera();
    are = Actor.are();
    roomId = kari.proposesRoomFor(are, vera);
    are.consents(roomId).statusCode(200);
    are.approves(roomId, vera).statusCode(200);
  }

  @Test
  void R4_sheIsOutOfEveryRoomOfHisWhenItIsAnswered() throws Exception {
    var second = sara.proposesRoomFor(are);
    are.consents(second).statusCode(200);
    sara.invites(second, vera.roleId()).statusCode(200);
    var ola = Actor.are();
    var olas = kari.proposesRoomFor(ola, vera);
    ola.consents(olas).statusCode(200);
    ola.approves(olas, vera).statusCode(200);

    are.blocks(vera)
        .statusCode(200)
        .body("items.personId", contains(vera.personId().toString()))
        .body("items[0].name", equalTo("Vera Veileder"))
        .body("items[0].organisation.name", notNullValue())
        .body("items[0].since", notNullValue());

    vera.views(roomId).statusCode(404).body("code", equalTo("room-unknown"));
    assertFalse(vera.seesRooms().contains(roomId.toString()));
    assertEquals(List.of("DECLINED", "REMOVED"), hers());
    assertEquals(0, rightsOfHers());
    vera.views(olas).statusCode(200);
  }

  @Test
  void R4_R6_eachSeatIsToldAndLoggedAsARemovalByThePatient() {
    are.blocks(vera).statusCode(200);

    var told = Heard.changesOf(roomId, 4).getLast();
    assertEquals(Change.SEAT_REMOVED, told.change());
    assertEquals(vera.personId(), told.concerns());
    assertEquals(are.personId(), told.changedBy());
    var removal = last(Heard.traces(roomId, AuditAction.SEAT_REMOVED), AuditAction.SEAT_REMOVED);
    assertEquals(are.personId(), removal.agentId());
    assertEquals(vera.personId(), removal.concerns());
  }

  @Test
  void howManyBlocksHeHasTakenBackIsCountedForHimAlone() {
    are.blocks(vera).statusCode(200).body("takenBack", equalTo(0));
    are.blocks(vera).statusCode(200).body("takenBack", equalTo(0));
    are.unblocks(vera).statusCode(200).body("takenBack", equalTo(1));
    are.unblocks(vera).statusCode(200).body("takenBack", equalTo(1));
    are.blocks(sara).statusCode(200).body("takenBack", equalTo(1));
    are.unblocks(sara).statusCode(200).body("takenBack", equalTo(2));
    Actor.are().blocks(vera).statusCode(200).body("takenBack", equalTo(0));
  }

  @Test
  void R6_blockAndEndStandInTheLogOfEachRoomOfHisOnce() {
    var second = sara.proposesRoomFor(are);
    are.blocks(vera).statusCode(200);
    are.blocks(vera).statusCode(200).body("items", hasSize(1));
    are.unblocks(vera).statusCode(200).body("items", empty());
    are.unblocks(vera).statusCode(200).body("items", empty());

    for (var room : List.of(roomId, second)) {
      var traces = Heard.traces(room, AuditAction.PERSON_UNBLOCKED);
      for (var action : List.of(AuditAction.PERSON_BLOCKED, AuditAction.PERSON_UNBLOCKED)) {
        var one = traces.stream().filter(entry -> entry.action() == action).toList();
        assertEquals(1, one.size());
        assertEquals(are.personId(), one.getFirst().agentId());
        assertEquals(are.personId(), one.getFirst().patientId());
        assertEquals(vera.personId(), one.getFirst().concerns());
      }
    }
  }

  @Test
  void R6_whoHasNoRoomLeavesATraceToo() {
    var ola = Actor.are();
    ola.seesWhomHeHasBlocked().statusCode(200).body("items", empty());
    ola.blocks(vera).statusCode(200);
    var trace = Heard.tracesOf(ola.personId(), AuditAction.PERSON_BLOCKED).getFirst();
    assertEquals(vera.personId(), trace.concerns());
    assertEquals(ola.personId(), trace.patientId());
  }

  @Test
  void R1_noInvitationBringsHerInAndHeIsNotAsked() throws Exception {
    are.blocks(vera).statusCode(200);
    forgetThePause();

    kari.invites(roomId, vera.roleId()).statusCode(200);
    are.views(roomId).body("awaiting", empty()).body("participantCount", equalTo(2));
    assertEquals("DECLINED", are.seatStatusOf(roomId, vera));
    are.approves(roomId, vera).statusCode(409).body("code", equalTo("person-blocked"));
    vera.views(roomId).statusCode(404);
    assertEquals(0, rightsOfHers());
    var told = Heard.changesOf(roomId, 5).getLast();
    assertEquals(List.of(RoomChanged.SeatStatus.DECLINED), seatOf(told, vera));
  }

  @Test
  void thePatientHimselfIsToldWhyHeCannotNameHer() throws Exception {
    are.blocks(vera).statusCode(200);
    are.invites(roomId, vera.roleId()).statusCode(409).body("code", equalTo("person-blocked"));
    are.with("idporten-loa-substantial", Duration.ZERO)
        .invites(roomId, vera.roleId())
        .statusCode(409)
        .body("code", equalTo("person-blocked"));
    assertEquals(List.of("REMOVED"), hers());
  }

  @Test
  void R1_noYesToTheQuestionBringsHerIn() throws Exception {
    var asked = sara.proposesRoomFor(are, vera);
    var shown = are.shown(asked);
    are.blocks(vera).statusCode(200);
    are.saysYesTo(asked, shown).statusCode(409).body("code", equalTo("consent-page-outdated"));

    are.views(asked).body("ifYes.asked", empty());
    are.consents(asked).statusCode(200).body("awaiting", empty());
    are.approves(asked, vera).statusCode(409).body("code", equalTo("person-blocked"));
    assertEquals(0, rightsOfHers());
  }

  @Test
  void R1_noOpeningAgainBringsHerIn() throws Exception {
    are.withdraws(roomId).statusCode(200);
    are.blocks(vera).statusCode(200);

    are.views(roomId).body("ifYes.asked", empty());
    are.opensAgain(roomId).statusCode(200).body("awaiting", empty());
    are.approves(roomId, vera).statusCode(409).body("code", equalTo("person-blocked"));
    assertEquals(0, rightsOfHers());
  }

  @Test
  void R1_noOpeningAgainBringsTheProposerInWhoIsBlocked() throws Exception {
    var hersToAsk = vera.proposesRoomFor(are);
    are.consents(hersToAsk).statusCode(200);
    are.withdraws(hersToAsk).statusCode(200);
    are.blocks(vera).statusCode(200);

    are.views(hersToAsk).body("ifYes.joins", empty());
    are.opensAgain(hersToAsk).statusCode(200).body("participantCount", equalTo(1));
    vera.views(hersToAsk).statusCode(404);
    assertEquals(0, rightsOfHers());
  }

  @Test
  void R1_noProposalOfHersOrNamingHerAsksHimAboutHer() throws Exception {
    are.blocks(vera).statusCode(200);
    var hersToAsk = vera.proposesRoomFor(are);
    var naming = sara.proposesRoomFor(are, vera);

    are.views(hersToAsk).statusCode(404).body("code", equalTo("room-unknown"));
    are.consents(hersToAsk).statusCode(404);
    are.declines(hersToAsk).statusCode(404);
    assertFalse(are.seesRooms().contains(hersToAsk.toString()));
    // By this the other services know that he is not asked.
    var told = Heard.changesOf(hersToAsk, 1).getLast();
    assertEquals(List.of(RoomChanged.SeatStatus.DECLINED), seatOf(told, vera));
    are.views(naming).body("ifYes.asked", empty());
    are.consents(naming).statusCode(200).body("awaiting", empty());
    assertEquals(0, rightsOfHers());
  }

  @Test
  void theQuestionThatSheHasAskedAlreadyIsGoneForHim() throws Exception {
    var hersToAsk = vera.proposesRoomFor(are, sara);
    are.blocks(vera).statusCode(200);

    are.views(hersToAsk).statusCode(404);
    assertFalse(are.seesRooms().contains(hersToAsk.toString()));
    var told = Heard.changesOf(hersToAsk, 2).getLast();
    assertEquals(List.of(RoomChanged.SeatStatus.DECLINED), seatOf(told, vera));
    // That he has blocked her stands there. She had no seat yet that he took away, and nobody saw
    // one go.
    assertEquals(
        List.of(AuditAction.PERSON_BLOCKED),
        Heard.traces(hersToAsk, AuditAction.PERSON_BLOCKED).stream()
            .map(AuditRecorded::action)
            .filter(it -> it == AuditAction.PERSON_BLOCKED || it == AuditAction.SEAT_REMOVED)
            .toList());
  }

  @Test
  void whoseOnlyRoomIsHersToAskForCanStillLookForOthers() {
    var ola = Actor.are();
    vera.proposesRoomFor(ola);
    ola.blocks(vera).statusCode(200);

    assertTrue(ola.seesRooms().isEmpty());
    ola.searches("sara").statusCode(200);
    ola.unblocks(vera).statusCode(200);
  }

  /** As one does that knows nothing of blocks. */
  @Test
  void whatTheVersionBeforeMakesOfASeatIsWhatItSays() throws Exception {
    are.blocks(vera).statusCode(200);
    var naming = sara.proposesRoomFor(are, vera);
    Database.execute(
        "update rooms.seat set status = 'PROPOSED' where room_id = '%s' and unasked"
            .formatted(naming));
    assertEquals(
        0,
        Database.count("select count(*) from rooms.seat where unasked and status <> 'DECLINED'"));

    are.views(naming).body("ifYes.asked", empty());
    assertEquals(0, rightsOfHers());
  }

  @Test
  void takenBackItGivesHerNoSeatAndSheCanBeAskedForAgain() throws Exception {
    are.blocks(vera).statusCode(200);
    are.unblocks(vera).statusCode(200).body("items", empty());
    vera.views(roomId).statusCode(404);
    assertEquals(List.of("REMOVED"), hers());

    are.invites(roomId, vera.roleId()).statusCode(200);
    vera.views(roomId).statusCode(200);
  }

  @Test
  void takenBackHeIsAskedAboutWhomOthersHaveSeenWaitingAllAlong() throws Exception {
    are.blocks(vera).statusCode(200);
    forgetThePause();
    kari.invites(roomId, vera.roleId()).statusCode(200);
    var hersToAsk = vera.proposesRoomFor(are);
    are.unblocks(vera).statusCode(200);

    are.views(roomId).body("awaiting", contains("APPROVAL"));
    are.views(hersToAsk).statusCode(200).body("ifYes.joins", hasSize(1));
    vera.views(roomId).statusCode(404);
    are.approves(roomId, vera).statusCode(200);
    vera.views(roomId).statusCode(200);
  }

  @Test
  void takingItBackNeedsTheLevelOfAnApproval_blockingDoesNot() {
    var lower = are.with("idporten-loa-substantial", Duration.ZERO);
    lower.blocks(vera).statusCode(200);
    lower.unblocks(vera).statusCode(403).body("code", equalTo("level-too-low"));
    are.seesWhomHeHasBlocked().body("items", hasSize(1));
  }

  @Test
  void onlySomebodyOfADirectoryIsBlockedAndNobodyHimself() {
    are.blocks(Actor.are()).statusCode(404).body("code", equalTo("person-unknown"));
    are.blocks(Ids.next()).statusCode(404).body("code", equalTo("person-unknown"));
    are.blocks(Actor.anne()).statusCode(404).body("code", equalTo("person-unknown"));
    are.asks().put("/api/me/blocks/vera").then().statusCode(404);
    vera.blocks(vera).statusCode(403).body("code", equalTo("not-allowed"));
    are.seesWhomHeHasBlocked().body("items", empty());
  }

  @Test
  void thereIsABoundToWhomOneBlocks() throws Exception {
    Database.execute(
        """
        with made as (
          insert into rooms.person (person_id, number_key, number_sealed, version, created_at, changed_at)
          select gen_random_uuid(), gen_random_uuid()::text::bytea, '', 1, now(), now()
            from generate_series(1, 200)
          returning person_id)
        insert into rooms.block (patient_id, person_id, blocked_at)
        select '%s', person_id, now() from made"""
            .formatted(are.personId()));
    are.blocks(vera).statusCode(409).body("code", equalTo("too-many-blocks"));
    vera.views(roomId).statusCode(200);
  }

  @Test
  void R4_fromItsCommitOnSheHasNoRightAndTheSeatsAreEmptiedByWhoeverLooks() throws Exception {
    Database.execute(
        "insert into rooms.block (patient_id, person_id, blocked_at) values ('%s', '%s', now())"
            .formatted(are.personId(), vera.personId()));
    assertEquals(List.of("ACTIVE"), hers());
    assertEquals(0, rightsOfHers());
    assertEquals(
        List.of("SEAT_REMOVED"),
        Database.texts(
            "select ended_by from rooms.access_v1 where room_id = '%s' and person_id = '%s'"
                .formatted(roomId, vera.personId())));
    assertFalse(vera.seesRooms().contains(roomId.toString()));
    vera.views(roomId).statusCode(404);

    kari.views(roomId).statusCode(200).body("participantCount", equalTo(2));
    assertEquals(List.of("REMOVED"), hers());
  }

  @Test
  void R4_whoClosesHisTabBeforeTheAnswerHasBlockedHerAllTheSame() throws Exception {
    var connection = new AtomicReference<Socket>();
    Database.answerAfter(
        "select from rooms.room where room_id = '%s' for update".formatted(roomId),
        () -> {
          connection.set(are.beginsToBlock(vera));
          return true;
        },
        () -> {
          connection.get().close();
          // The service is to have noticed.
          Thread.sleep(500);
        });
    await().until(() -> hers().equals(List.of("REMOVED")));
  }

  @Test
  void R4_noSeatOutlivesABlockThatIsTakenBackBeforeItHasDoneWhatItDoes() throws Exception {
    Database.execute(
        "insert into rooms.block (patient_id, person_id, blocked_at) values ('%s', '%s', now())"
            .formatted(are.personId(), vera.personId()));
    are.unblocks(vera).statusCode(200).body("items", empty());
    assertEquals(List.of("REMOVED"), hers());
    vera.views(roomId).statusCode(404);
  }

  @Test
  void R4_whatACrashLeftIsDoneWithoutAnybodyLooking() throws Exception {
    Database.execute(
        "insert into rooms.block (patient_id, person_id, blocked_at) values ('%s', '%s', now())"
            .formatted(are.personId(), vera.personId()));
    scheduler.resume();
    try {
      await().until(() -> hers().equals(List.of("REMOVED")));
      await().until(() -> unsettled() == 0);
    } finally {
      scheduler.pause();
    }
    assertEquals(are.personId(), Heard.changesOf(roomId, 4).getLast().changedBy());
  }

  @Test
  void R4_aRoomThatCannotBeVisitedKeepsNoOtherFromIt() throws Exception {
    kari.proposesRoomFor(are, vera);
    var rooms = are.seesRooms().stream().sorted().toList();
    for (String room : rooms) {
      are.consents(UUID.fromString(room));
      are.approves(UUID.fromString(room), vera);
    }
    breaks(rooms.getFirst());
    try {
      are.blocks(vera).statusCode(500);
      assertEquals(List.of("ACTIVE", "REMOVED"), hers());
      assertEquals(1, unsettled());
    } finally {
      mends();
    }
    are.blocks(vera).statusCode(200);
    assertEquals(List.of("REMOVED", "REMOVED"), hers());
    assertEquals(0, unsettled());
  }

  @Test
  void aRoomThatCannotBeVisitedKeepsHimFromNothingElse() throws Exception {
    are.blocks(sara).statusCode(200);
    breaks(roomId.toString());
    try {
      are.blocks(vera).statusCode(500);
      are.seesWhomHeHasBlocked().body("items", hasSize(2));
      are.unblocks(sara).statusCode(200).body("items", hasSize(1));
      are.unblocks(vera).statusCode(500);
    } finally {
      mends();
    }
  }

  /** In whichever order they are looked at. */
  @Test
  void R4_aRoomThatIsBrokenOrHeldKeepsNoOtherPatientWaiting() throws Exception {
    var ola = Actor.are();
    var olas = kari.proposesRoomFor(ola, vera);
    ola.consents(olas).statusCode(200);
    ola.approves(olas, vera).statusCode(200);
    var others = List.of(Actor.are(), Actor.are(), Actor.are(), Actor.are());
    for (var patient : Stream.concat(Stream.of(are, ola), others.stream()).toList()) {
      Database.execute(
          "insert into rooms.block (patient_id, person_id, blocked_at) values ('%s', '%s', now())"
              .formatted(patient.personId(), vera.personId()));
    }
    try (var other = Database.asSuperuser();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "select 1 from rooms.room where room_id = '%s' for update".formatted(roomId));
      breaks(olas.toString());
      scheduler.resume();
      try {
        for (var patient : others) {
          await().until(() -> unsettled(patient) == 0);
        }
        assertEquals(List.of("ACTIVE"), hers());
        other.rollback();
        await().atMost(Duration.ofSeconds(40)).until(() -> hers().equals(List.of("REMOVED")));
      } finally {
        scheduler.pause();
        mends();
      }
    }
  }

  @Test
  void R4_whatACrashLeftOfTheEndOfABlockIsDoneWithoutAnybodyLooking() throws Exception {
    are.blocks(sara).statusCode(200);
    kari.invites(roomId, sara.roleId()).statusCode(200);
    Database.execute("delete from rooms.block where patient_id = '%s'".formatted(are.personId()));
    scheduler.resume();
    try {
      await()
          .until(
              () ->
                  Database.count(
                          "select count(*) from rooms.seat where unasked and room_id = '%s'"
                              .formatted(roomId))
                      == 0);
    } finally {
      scheduler.pause();
    }
    are.views(roomId).body("awaiting", contains("APPROVAL"));
  }

  private static void breaks(String room) throws Exception {
    Database.execute(
        """
        create function rooms.broken() returns trigger language plpgsql as
          'begin raise exception ''broken''; end';
        create trigger broken before update on rooms.seat for each row
          when (old.room_id = '%s') execute function rooms.broken()"""
            .formatted(room));
  }

  private static void mends() throws Exception {
    Database.execute("drop function rooms.broken cascade");
  }

  @Test
  void R4_aBlockThatHasVisitedEveryRoomIsNotLookedForAgain() throws Exception {
    are.blocks(vera).statusCode(200);
    assertEquals(0, unsettled());
  }

  @Test
  void saidAgainItWaitsForNoRoom() throws Exception {
    are.blocks(vera).statusCode(200);
    try (var other = Database.asSuperuser();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "select 1 from rooms.room where room_id = '%s' for update".formatted(roomId));
      are.blocks(vera).statusCode(200);
      other.rollback();
    }
  }

  @Test
  void whatIsSaidOfHerTimeIsThatSheWasShownOutAlsoWhereAnotherChangeComesFirst() throws Exception {
    Database.execute(
        """
        with blocked as (
          insert into rooms.block (patient_id, person_id, blocked_at) values ('%s', '%s', now()))
        update rooms.room set access_epoch = access_epoch + 1 where room_id = '%s'"""
            .formatted(are.personId(), vera.personId(), roomId));
    assertEquals(
        List.of("REMOVED"),
        Database.texts(
            """
            select p.ended_by from rooms.seat_period p join rooms.seat s using (room_id, seat_id)
            where p.room_id = '%s' and s.person_id = '%s'"""
                .formatted(roomId, vera.personId())));
  }

  @Test
  void heSeesInTheRoomWhomHeHasBlockedAndNobodyElseDoes() {
    are.blocks(vera).statusCode(200);
    assertEquals(List.of(vera.personId().toString()), blockedAsSeenBy(are));
    assertTrue(blockedAsSeenBy(kari).isEmpty());
  }

  private List<String> blockedAsSeenBy(Actor somebody) {
    return somebody.views(roomId).extract().path("seats.findAll { it.blocked }.person.personId");
  }

  /** Her seats in the rooms of his, in the database, by the name of their state. */
  private List<String> hers() throws Exception {
    return Database.texts(
        """
        select s.status from rooms.seat s join rooms.room r using (room_id)
        where r.patient_id = '%s' and s.person_id = '%s' and s.part = 'HELPER'
        order by s.status"""
            .formatted(are.personId(), vera.personId()));
  }

  /** Blocks of his that each instance looks for. */
  private long unsettled() throws Exception {
    return unsettled(are);
  }

  private static long unsettled(Actor patient) throws Exception {
    return Database.count(
        "select count(*) from rooms.block where settled_at is null and patient_id = '%s'"
            .formatted(patient.personId()));
  }

  private long rightsOfHers() throws Exception {
    return Database.count(
        """
        select count(*) from rooms.access_v1 a join rooms.room r using (room_id)
        where r.patient_id = '%s' and a.person_id = '%s' and (a.may_read or a.may_write)"""
            .formatted(are.personId(), vera.personId()));
  }

  /** As after a day. */
  private void forgetThePause() throws Exception {
    Database.execute(
        """
        update rooms.seat set refused_at = refused_at - interval '90 days'
        where room_id = '%s' and refused_at is not null"""
            .formatted(roomId));
  }

  private static List<RoomChanged.SeatStatus> seatOf(RoomChanged told, Actor somebody) {
    return told.seats().stream()
        .filter(seat -> seat.personId().equals(somebody.personId()))
        .map(RoomChanged.Seat::status)
        .toList();
  }

  private static AuditRecorded last(List<AuditRecorded> traces, AuditAction action) {
    return traces.stream().filter(entry -> entry.action() == action).toList().getLast();
  }
}
