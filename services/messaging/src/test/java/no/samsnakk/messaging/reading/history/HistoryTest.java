package no.samsnakk.messaging.reading.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.IntStream;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth, by pages. */
@QuarkusTest
@WithTestResource(World.class)
class HistoryTest extends RoomOfAre {
  @Test
  void pages_lead_from_the_newest_to_the_beginning() {
    IntStream.rangeClosed(1, 5).forEach(i -> are.sends(room, "Nummer " + i));

    vera.pages(room, Map.of("limit", 2))
        .statusCode(200)
        .body("items.seq", contains(4, 5))
        .body("items.body", contains("Nummer 4", "Nummer 5"))
        .body("nextBefore", equalTo(4));
    vera.pages(room, Map.of("limit", 2, "before", 4)).body("items.seq", contains(2, 3));
    vera.pages(room, Map.of("limit", 2, "before", 2))
        .body("items.seq", contains(1))
        .body("$", hasKey("nextBefore"))
        .body("nextBefore", nullValue());
  }

  @Test
  void R6_a_page_is_a_view_that_is_over_at_once() {
    IntStream.rangeClosed(1, 3).forEach(i -> are.sends(room, "Nummer " + i));

    vera.pages(room, Map.of("limit", 2)).statusCode(200);

    var entry =
        story.wire.hears(
            AuditRecorded.class,
            it ->
                it.action() == AuditAction.MESSAGES_VIEWED && it.agentId().equals(vera.personId()));
    assertThat(entry.fromSeq()).isEqualTo(2);
    assertThat(entry.toSeq()).isEqualTo(3);
    assertThat(entry.until()).isEqualTo(entry.at());
  }

  @Test
  void an_empty_room_has_an_empty_page() {
    vera.pages(room, Map.of()).statusCode(200).body("items.size()", equalTo(0));
  }

  @Test
  void R4_the_patient_still_reads_after_his_withdrawal_and_nobody_else() {
    are.sends(room, "Hei");

    story.withdrawsSilently(room);

    are.pages(room, Map.of()).statusCode(200).body("items.body", contains("Hei"));
    vera.pages(room, Map.of()).statusCode(404).body("code", equalTo("room-unknown"));
  }

  @Test
  void a_foreign_room_is_answered_like_one_that_does_not_exist_and_logged() {
    var nils = story.person();
    var foreign = nils.pages(room, Map.of()).statusCode(404).extract().path("code");
    var absent = nils.pages(Ids.next(), Map.of()).statusCode(404).extract().path("code");

    assertThat(foreign).isEqualTo(absent).isEqualTo("room-unknown");
    story.wire.hears(
        AuditRecorded.class,
        it -> it.agentId().equals(nils.personId()) && room.equals(it.roomId()));
  }

  @ParameterizedTest
  @CsvSource({
    "before, 0",
    "before, -1",
    "before, tull",
    "before, 99999999999999999999",
    "before, 1.5",
    "before, '1 or 1=1'",
    "before, -9223372036854775808",
    "limit, 0",
    "limit, 101"
  })
  void a_forged_cursor_is_no_page(String name, String value) {
    are.pages(room, Map.of(name, value)).statusCode(400).body("code", equalTo("invalid-request"));
  }

  @Test
  void a_cursor_beyond_the_end_leads_to_the_newest_page() {
    are.sends(room, "Hei");

    are.pages(room, Map.of("before", Long.MAX_VALUE)).body("items.seq", contains(1));
  }

  @Test
  void nobody_reads_without_a_token() {
    given().get("/api/conversations/" + room + "/messages").then().statusCode(401);
    given()
        .auth()
        .oauth2("falsk")
        .get("/api/conversations/" + room + "/messages")
        .then()
        .statusCode(401);
  }
}
