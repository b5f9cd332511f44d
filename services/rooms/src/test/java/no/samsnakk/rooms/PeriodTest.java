package no.samsnakk.rooms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.samsnakk.local.Home;
import no.samsnakk.rooms.directory.DirectoryStart;
import no.samsnakk.rooms.seat.EndedRoles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When somebody was in a room, and how it ended, is kept and told to those who are in it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class PeriodTest {
  @Inject DirectoryStart directory;
  @Inject EndedRoles endedRoles;
  @TempDir Path folder;

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

  private static String periods(String seatId) {
    return "seats.find { it.seatId == '%s' }.periods".formatted(seatId);
  }

  private String ofKari() {
    return periods(are.seatOf(roomId, kari));
  }

  private String ofFrida() {
    return periods(are.seatOf(roomId, frida));
  }

  private static final String OF_ARE = "seats.find { it.part == 'PATIENT' }.periods";

  @Test
  void theAnswerThatLetsSomebodyInTellsThatSheIs() {
    are.views(roomId).body("seats.periods", everyItem(empty()));
    are.consents(roomId)
        .body(OF_ARE + ".startEpoch", contains(2))
        .body(OF_ARE + "[0].start", notNullValue())
        .body(OF_ARE + "[0].end", nullValue())
        .body(ofKari() + ".startEpoch", contains(2))
        .body(ofFrida(), empty());
    are.approves(roomId, frida)
        .body(ofFrida() + ".startEpoch", contains(3))
        .body(ofKari() + ".startEpoch", contains(2));
    kari.views(roomId).body(ofFrida() + ".startEpoch", contains(3));
  }

  @Test
  void whoLeavesHasLeftAndWhoIsShownOutHasNot() {
    are.consents(roomId);
    are.approves(roomId, frida);
    are.removes(roomId, are.seatOf(roomId, frida))
        .body(ofFrida() + ".endEpoch", contains(4))
        .body(ofFrida() + "[0].end", notNullValue())
        .body(ofFrida() + ".endedBy", contains("REMOVED"));
    kari.removes(roomId, are.seatOf(roomId, kari)).statusCode(204);
    are.views(roomId)
        .body(ofKari() + ".endEpoch", contains(5))
        .body(ofKari() + ".endedBy", contains("LEFT"))
        .body(OF_ARE + ".endedBy", contains(nullValue()));
  }

  @Test
  void whoWasShownOutOnceAndThenLeavesHasLeft() {
    are.consents(roomId);
    are.approves(roomId, frida);
    are.removes(roomId, are.seatOf(roomId, frida));
    are.invites(roomId, frida.roleId()).statusCode(200);
    frida.removes(roomId, are.seatOf(roomId, frida)).statusCode(204);
    are.views(roomId)
        .body(ofFrida() + ".endedBy", contains("LEFT", "REMOVED"))
        .body(ofFrida() + ".startEpoch.size()", equalTo(2));
  }

  @Test
  void whoseRoleIsOverHasNotLeft() throws Throwable {
    are.consents(roomId);
    are.approves(roomId, frida);
    try {
      theDirectorySays(demo().replace(frida.number, Numbers.synthetic()));
      are.views(roomId).body(ofFrida() + ".endedBy", contains("ROLE_ENDED"));
    } finally {
      theDirectorySays(demo());
    }
  }

  @Test
  void aWithdrawalEndsThemAllAndAYesAfterItBeginsAnew() {
    are.consents(roomId);
    are.approves(roomId, frida);
    are.withdraws(roomId)
        .body(OF_ARE + ".endedBy", contains("ROOM_CLOSED"))
        .body(ofKari() + ".endedBy", contains("ROOM_CLOSED"))
        .body(ofFrida() + ".endEpoch", contains(4));
    are.opensAgain(roomId)
        .body(OF_ARE + ".startEpoch", contains(5, 2))
        .body(ofKari() + ".startEpoch", contains(5, 2))
        .body(ofFrida() + ".startEpoch", contains(3));
  }

  @Test
  void R1_nothingOfItIsToldToWhoMayNotRead() {
    are.consents(roomId);
    are.withdraws(roomId);
    kari.views(roomId).statusCode(404);
    var declined = kari.proposesRoomFor(Actor.are(), frida);
    kari.views(declined).body("seats.periods", everyItem(empty()));
  }

  @Test
  void aPatientWhoWasInvitedToHelpHimselfIsInOnce() throws SQLException {
    var nils = Actor.nils();
    var own = kari.proposesRoomFor(nils, nils, frida);
    nils.consents(own).body("seats.periods.flatten().size()", equalTo(2));
    // It never becomes one; were it one all the same, it would not be told as somebody's coming.
    try (var postgres = Database.asSuperuser();
        var jdbc = postgres.createStatement()) {
      jdbc.execute(
          "update rooms.seat set status = 'ACTIVE' where part = 'HELPER' and room_id = '%s'"
                  .formatted(own)
              + " and person_id = '%s'".formatted(nils.personId()));
    }
    nils.approves(own, frida).body("seats.periods.flatten().size()", equalTo(3));
  }

  @Test
  void whoIsInIsToldHoweverManyCameAndWentSince() throws SQLException {
    are.consents(roomId);
    are.approves(roomId, frida);
    try (var postgres = Database.asSuperuser();
        var jdbc = postgres.createStatement()) {
      jdbc.execute(
          """
          insert into rooms.seat_period
            (room_id, seat_id, started_at, start_epoch, ended_at, end_epoch, ended_by)
          select room_id, seat_id, now(), 10 + 2 * i, now(), 11 + 2 * i, 'LEFT'
            from rooms.seat, generate_series(1, 300) i
           where room_id = '%s' and person_id = '%s'"""
              .formatted(roomId, frida.personId()));
    }
    are.views(roomId)
        .body("seats.periods.flatten().size()", equalTo(200))
        .body(OF_ARE + ".startEpoch", contains(2))
        .body(ofKari() + ".startEpoch", contains(2))
        .body(ofFrida() + "[0].startEpoch", equalTo(610));
  }

  @Test
  void whoIsOnlyAskedForHasNeverBeenHere() {
    are.consents(roomId);
    are.answersApproval(roomId, are.seatOf(roomId, frida), "DECLINED").body(ofFrida(), empty());
    are.invites(roomId, frida.roleId()).statusCode(200);
    are.removes(roomId, are.seatOf(roomId, frida)).body(ofKari() + ".size()", equalTo(1));
  }

  @Test
  void R4_ofFortyWithdrawalsAndOpeningsAtOnceNoPeriodIsHalf() throws Exception {
    are.consents(roomId);
    are.withdraws(roomId);
    var shown = are.shown(roomId);
    Callable<ValidatableResponse> yes = () -> are.saysYesTo(roomId, shown);
    Callable<ValidatableResponse> no = () -> are.withdraws(roomId);
    var both = new ArrayList<>(Collections.nCopies(20, yes));
    both.addAll(Collections.nCopies(20, no));
    Collections.shuffle(both);
    try (var threads = Executors.newFixedThreadPool(40)) {
      for (var answer : threads.invokeAll(both)) {
        answer.get();
      }
    }
    var after = are.views(roomId).extract();
    boolean open = after.path("status").equals("ACTIVE");
    assertEquals(open ? 1 : 2, ended(after.path(OF_ARE + ".end")));
    assertEquals(open ? 1 : 2, ended(after.path(ofKari() + ".end")));
  }

  private static long ended(List<String> ends) {
    assertEquals(2, ends.size());
    return ends.stream().filter(Objects::nonNull).count();
  }

  @Test
  void theServiceItselfCannotRewriteThem() throws SQLException {
    are.consents(roomId);
    try (var rooms = Database.asRooms();
        var jdbc = rooms.createStatement()) {
      for (var forged :
          new String[] {
            "delete from rooms.seat_period", "update rooms.seat_period set started_at = now()",
          }) {
        var refused = assertThrows(SQLException.class, () -> jdbc.execute(forged));
        assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
      }
    }
  }

  private void theDirectorySays(String json) throws Throwable {
    directory.read(Files.writeString(folder.resolve("directory.json"), json));
    endedRoles.emptySeats();
  }

  private static String demo() throws Exception {
    return Files.readString(Home.find().deploy("demo/directory.json"));
  }
}
