package no.samsnakk.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** R4: whatever is done at once with a block, nobody blocked sits anywhere once it is answered. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class BlockRaceTest {
  private static final int AT_ONCE = 40;

  private Actor kari;
  private Actor vera;
  private Actor are;

  @BeforeEach
  void people() {
    kari = Actor.kari();
    vera = Actor.vera();
    are = Actor.are();
  }

  @RepeatedTest(3)
  void R4_invitationsByHelpersAndByHimself() throws Exception {
    var roomId = kari.proposesRoomFor(are);
    are.consents(roomId).statusCode(200);
    var role = vera.roleId();
    atOnce(() -> kari.invites(roomId, role), () -> are.invites(roomId, role));
  }

  @RepeatedTest(3)
  void R4_approvals() throws Exception {
    var roomId = kari.proposesRoomFor(are, vera);
    are.consents(roomId).statusCode(200);
    var seat = are.seatOf(roomId, vera);
    atOnce(
        () -> are.answersApproval(roomId, seat, "APPROVED"),
        () -> are.invites(roomId, vera.roleId()));
  }

  @RepeatedTest(3)
  void R4_yesesToAQuestionOfHersAndToOneThatNamesHer() throws Exception {
    var hers = vera.proposesRoomFor(are);
    var naming = kari.proposesRoomFor(are, vera);
    var shown = are.shown(hers);
    var shownToo = are.shown(naming);
    atOnce(() -> are.saysYesTo(hers, shown), () -> are.saysYesTo(naming, shownToo));
  }

  @RepeatedTest(3)
  void R4_openingsAgain() throws Exception {
    var roomId = vera.proposesRoomFor(are);
    are.consents(roomId).statusCode(200);
    are.withdraws(roomId).statusCode(200);
    var shown = are.shown(roomId);
    atOnce(() -> are.saysYesTo(roomId, shown));
  }

  @RepeatedTest(3)
  void R4_proposalsByHerAndNamingHer() throws Exception {
    var hers = Actor.proposal(vera, are);
    var naming = Actor.proposal(kari, are, vera);
    atOnce(() -> vera.proposes(Ids.next(), hers), () -> kari.proposes(Ids.next(), naming));
  }

  @Test
  void R4_blocksAndEndsAtOnceLeaveNothingHalf() throws Exception {
    var roomId = kari.proposesRoomFor(are, vera);
    are.consents(roomId).statusCode(200);
    run(
        tries(
            () -> are.blocks(vera),
            () -> are.unblocks(vera),
            () -> kari.invites(roomId, vera.roleId())));
    are.blocks(vera).statusCode(200);
    nothingIsHers();
    are.unblocks(vera).statusCode(200);
    assertEquals(0, unasked());
  }

  @RepeatedTest(3)
  void R4_aBlockThatIsTakenBackAtOnceHasShownHerOutAllTheSame() throws Exception {
    var roomId = kari.proposesRoomFor(are, vera);
    are.consents(roomId).statusCode(200);
    are.approves(roomId, vera).statusCode(200);
    run(tries(() -> are.blocks(vera), () -> are.unblocks(vera)));
    are.unblocks(vera).statusCode(200);
    vera.views(roomId).statusCode(404);
    nothingIsHers();
  }

  private interface Act {
    Object done();
  }

  /** The block is somewhere in their midst; what is looked at is looked at after its answer. */
  private void atOnce(Act... acts) throws Exception {
    var tries = new ArrayList<>(tries(acts));
    Callable<Object> block = () -> are.blocks(vera).statusCode(200);
    tries.add(tries.size() / 2, block);
    run(tries);
    nothingIsHers();
  }

  private static List<Callable<Object>> tries(Act... acts) {
    var tries = new ArrayList<Callable<Object>>();
    for (var act : acts) {
      tries.addAll(Collections.nCopies(AT_ONCE / acts.length, act::done));
    }
    Collections.shuffle(tries);
    return tries;
  }

  private static void run(List<Callable<Object>> tries) throws Exception {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE + 1)) {
      for (var answer : threads.invokeAll(tries)) {
        answer.get();
      }
    }
  }

  private void nothingIsHers() throws Exception {
    assertEquals(0, count("s.status in ('PROPOSED', 'ACTIVE')"), "open seats");
    assertEquals(
        0,
        Database.count(
            """
            select count(*) from rooms.access_v1 a join rooms.room r using (room_id)
            where r.patient_id = '%s' and a.person_id = '%s' and (a.may_read or a.may_write)"""
                .formatted(are.personId(), vera.personId())));
  }

  private long unasked() throws Exception {
    return count("s.unasked");
  }

  private long count(String condition) throws Exception {
    return Database.count(
        """
        select count(*) from rooms.seat s join rooms.room r using (room_id)
        where r.patient_id = '%s' and s.person_id = '%s' and s.part = 'HELPER' and %s"""
            .formatted(are.personId(), vera.personId(), condition));
  }
}
