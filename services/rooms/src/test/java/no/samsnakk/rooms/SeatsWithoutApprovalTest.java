package no.samsnakk.rooms;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import org.junit.jupiter.api.Test;

/**
 * What audit asks every night, over what rooms really does and tells: a log of its entries, in the
 * order in which they were told, beside rooms' own tables.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SeatsWithoutApprovalTest {
  private static final Path QUERY =
      Path.of("../audit/src/main/resources/db/seats-without-approval.sql");

  @Test
  void R1_whatPeopleDoInRoomsLeavesNobodyInASeatWithoutAnApproval() throws Exception {
    var kari = Actor.kari();
    var are = Actor.are();
    var room = aRoomWithAHistory(kari, are);

    assertEquals(List.of(), foundIn(room));
  }

  @Test
  void R1_aDatabaseAdministratorWhoSeatsSomebodyIsFoundOutAndExactlyHe() throws Exception {
    var are = Actor.are();
    var room = aRoomWithAHistory(Actor.kari(), are);
    var nils = Actor.nils();
    Database.execute(
        """
        insert into rooms.seat
          (room_id, seat_id, person_id, part, status, role_id, organisation_id, changed_at)
        values ('%s', gen_random_uuid(), '%s', 'HELPER', 'ACTIVE', '%s', '%s', now())"""
            .formatted(room, nils.personId(), nils.roleId(), nils.organisationId()));

    assertEquals(List.of(nils.personId().toString()), foundIn(room));
  }

  @Test
  void R1_whoeverPutsARemovedSeatBackIsFoundToo() throws Exception {
    var are = Actor.are();
    var vera = Actor.vera();
    var room = aRoomWithAHistory(Actor.kari(), are);
    Database.execute(
        "update rooms.seat set status = 'ACTIVE' where room_id = '%s' and person_id = '%s'"
            .formatted(room, vera.personId()));

    assertEquals(List.of(vera.personId().toString()), foundIn(room));
  }

  @Test
  void R1_nobodyIsFoundInARoomWhosePatientHasTakenHisConsentBack() throws Exception {
    var are = Actor.are();
    var room = aRoomWithAHistory(Actor.kari(), are);
    are.withdraws(room).statusCode(200);

    assertEquals(List.of(), foundIn(room));
  }

  @Test
  void R1_norInOneThatHeHasOpenedAgain() throws Exception {
    var are = Actor.are();
    var room = aRoomWithAHistory(Actor.kari(), are);
    are.withdraws(room).statusCode(200);
    are.opensAgain(room).statusCode(200).body("participantCount", equalTo(2));
    are.approves(room, Actor.frida()).statusCode(200);
    Actor.frida().views(room).statusCode(200);

    assertEquals(List.of(), foundIn(room));
  }

  /** Frida was removed and approved again, Vera was removed, Sara declined. */
  private static UUID aRoomWithAHistory(Actor kari, Actor are) {
    var frida = Actor.frida();
    var vera = Actor.vera();
    var sara = Actor.sara();
    var room = kari.proposesRoomFor(are, frida, vera);
    are.consents(room).statusCode(200);
    are.approves(room, frida).statusCode(200);
    are.approves(room, vera).statusCode(200);
    are.removes(room, are.seatOf(room, vera)).statusCode(200);
    frida.removes(room, are.seatOf(room, frida)).statusCode(204);
    kari.invites(room, frida.roleId()).statusCode(200);
    are.approves(room, frida).statusCode(200);
    kari.invites(room, sara.roleId()).statusCode(200);
    are.answersApproval(room, are.seatOf(room, sara), "DECLINED").statusCode(200);
    Heard.traces(room, AuditAction.SEAT_DECLINED);
    return room;
  }

  private static List<String> foundIn(UUID room) throws Exception {
    var query = Files.readString(QUERY).replace("audit.entry e", "told e");
    return Database.texts(
        """
        with told as materialized (%s)
        select person_id from (%s) found where room_id = '%s' order by 1"""
            .formatted(entries(room), query, room));
  }

  /** The room's log as audit would have it by now. */
  private static String entries(UUID room) {
    return """
        select id as seq, (d ->> 'roomId')::uuid as room_id, (d ->> 'agentId')::uuid as agent_id,
          (d ->> 'concerns')::uuid as concerns, d ->> 'action' as action, d ->> 'outcome' as outcome
        from rooms.outbox cross join lateral (select payload::jsonb -> 'data' as d) told
        where topic = 'samsnakk.audit.v1' and d ->> 'roomId' = '%s'"""
        .formatted(room);
  }
}
