package no.samsnakk.rooms;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One answer has a hundred rooms at most, however many somebody has, and none is left out. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class RoomListTest {
  /** Rooms like this one, with the same seats; three of them changed at one moment each time. */
  private static final String LIKE =
      """
      with made as (
        insert into rooms.room (room_id, purpose, patient_id, patient_typed_name, proposed_by,
          fingerprint, status, consent_text_version, consent_answered_at, access_epoch, created_at,
          changed_at)
        select gen_random_uuid(), r.purpose, r.patient_id, r.patient_typed_name, r.proposed_by,
          r.fingerprint, r.status, r.consent_text_version, r.consent_answered_at, r.access_epoch,
          r.created_at, r.changed_at - (n / 3) * interval '1 microsecond'
        from rooms.room r, generate_series(1, %d) n where r.room_id = '%s' returning room_id)
      insert into rooms.seat (room_id, seat_id, person_id, part, status, role_id, organisation_id,
        invited_by, changed_at)
      select made.room_id, s.seat_id, s.person_id, s.part, %s, s.role_id, s.organisation_id,
        s.invited_by, s.changed_at
      from made, rooms.seat s where s.room_id = '%2$s'""";

  private Actor kari;
  private Actor are;
  private UUID roomId;

  @BeforeEach
  void karisRoomForAre() {
    kari = Actor.kari();
    are = Actor.are();
    roomId = kari.proposesRoomFor(are);
    are.consents(roomId).statusCode(200);
  }

  private void thereAreMoreLikeIt(int many) throws SQLException {
    Database.execute(LIKE.formatted(many, roomId, "s.status"));
  }

  @Test
  void aHundredAtATimeAndAllOfThemOnceTheLastChangedFirst() throws SQLException {
    thereAreMoreLikeIt(249);

    are.seesRoomsAfter("").body("items", hasSize(100)).body("nextAfter", notNullValue());
    var seen = are.seesRooms();
    assertEquals(250, seen.size());
    assertEquals(250, new HashSet<>(seen).size());
    assertTrue(kari.seesRooms().containsAll(seen));
    assertEquals(
        Database.texts(
            "select room_id from rooms.room where patient_id = '%s' order by changed_at desc, room_id"
                .formatted(are.personId())),
        seen);
  }

  @Test
  void aHundredAreTheWholeList() throws SQLException {
    thereAreMoreLikeIt(99);

    are.seesRoomsAfter("").body("items", hasSize(100)).body("$", hasEntry("nextAfter", null));
  }

  @Test
  void whatChangesBetweenTwoAnswersGoesToTheFrontAndTakesNoOtherAway() throws SQLException {
    thereAreMoreLikeIt(150);
    var first = are.seesRoomsAfter("").extract();
    List<String> seen = new ArrayList<>(first.<List<String>>path("items.roomId"));
    String last = seen.getLast();
    Database.execute(
        "update rooms.room set changed_at = now() where room_id = '%s'".formatted(last));

    String after = first.path("nextAfter");
    seen.addAll(are.seesRoomsAfter(after).extract().path("items.roomId"));

    assertEquals(151, new HashSet<>(seen).size());
    assertEquals(last, are.seesRooms().getFirst());
  }

  @Test
  void roomsThatSheHasLeftDoNotHideTheOneThatSheIsIn() throws SQLException {
    Database.execute(
        LIKE.formatted(250, roomId, "case s.part when 'HELPER' then 'DECLINED' else s.status end"));
    Database.execute(
        "update rooms.room set changed_at = '2026-01-01Z' where room_id = '%s'".formatted(roomId));

    assertTrue(kari.seesRooms().contains(roomId.toString()));
    are.seesRoomsAfter("").body("items", hasSize(100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "_",
        "2026-11-27T00:00:00Z",
        "2026-11-27T00:00:00Z_",
        "2026-11-27_0b8cf2a1-0000-7000-8000-000000000000"
      })
  void whatIsNoPlaceInTheListIsRefused(String place) {
    are.seesRoomsAfter(place).statusCode(400).body("code", equalTo("invalid-request"));
  }

  @Test
  void R1_aPlaceInAnothersListShowsNothingOfIt() throws SQLException {
    thereAreMoreLikeIt(150);
    String place = are.seesRoomsAfter("").extract().path("nextAfter");

    Actor.are().seesRoomsAfter(place).body("items", hasSize(0)).body("nextAfter", nullValue());
  }
}
