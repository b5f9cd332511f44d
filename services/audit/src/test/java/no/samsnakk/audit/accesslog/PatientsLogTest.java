package no.samsnakk.audit.accesslog;

import static no.samsnakk.contracts.time.Patience.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Person;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R8: the patient sees it all. */
@QuarkusTest
@WithTestResource(World.class)
class PatientsLogTest {
  private final Story story = new Story();
  private final Person are = story.patient("Are Nordmann");
  private final Person kari =
      story.professional(
          "Kari Kommunepsykolog", "Kommunepsykolog", story.organisation("Askøy kommune"));

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void R8_are_finds_what_kari_did_with_her_name_her_organisation_and_the_message() {
    var room = story.room(are, kari);
    var message = story.writes(kari, room, 3);
    story.tell(message);
    Log.holds(message.envelope().entryId());

    are.looksAtTheLogOf(room)
        .statusCode(200)
        .body("items[1].entryId", equalTo(message.envelope().entryId().toString()))
        .body("items[1].action", equalTo("MESSAGE_SENT"))
        .body("items[1].outcome", equalTo("SUCCESS"))
        .body("items[1].agent.name", equalTo("Kari Kommunepsykolog"))
        .body("items[1].agent.title", equalTo("Kommunepsykolog"))
        .body("items[1].agent.organisation.name", equalTo("Askøy kommune"))
        .body("items[1].patient.name", equalTo("Are Nordmann"))
        .body("items[1].details.fromSeq", equalTo(3))
        .body("items[1].details.toSeq", equalTo(3))
        .body("nextBefore", nullValue());
  }

  @Test
  void R6_his_own_look_at_the_log_is_in_it() {
    var room = story.room(are, kari);
    var entry = story.acts(kari, AuditAction.ROOM_PROPOSED, room);
    Log.holds(entry);

    are.looksAtTheLogOf(room)
        .body("items.action", contains("LOG_VIEWED", "ROOM_PROPOSED"))
        .body("items[0].agent.name", equalTo("Are Nordmann"));
  }

  @Test
  void a_view_is_one_line_from_its_opening_to_its_closing() {
    var room = story.room(are, kari);
    var view = Ids.next();
    var opening = story.views(kari, room, view, 1, 5, null);
    Log.holds(opening);
    are.looksAtTheLogOf(room)
        .body("items.find { it.action == 'MESSAGES_VIEWED' }.until", nullValue());
    var until = Instant.parse("2026-11-22T10:30:00Z");

    Log.holds(story.views(kari, room, view, 1, 9, until));

    are.looksAtTheLogOf(room)
        .body("items.findAll { it.action == 'MESSAGES_VIEWED' }", hasSize(1))
        .root("items.find { it.action == 'MESSAGES_VIEWED' }")
        .body("entryId", equalTo(opening.toString()))
        .body("until", equalTo(until.toString()))
        .body("details.fromSeq", equalTo(1))
        .body("details.toSeq", equalTo(9));
  }

  @Test
  void somebody_elses_view_with_the_same_id_hides_nothing() {
    var room = story.room(are, kari);
    var view = Ids.next();
    var karis = story.views(kari, room, view, 1, 5, null);
    var frida = story.professional("Frida Fastlege", "Fastlege", story.organisation("Legesenter"));
    var fridas = story.views(frida, room, view, 1, 5, null);
    Log.holds(karis, fridas);

    are.looksAtTheLogOf(room)
        .body("items.entryId", hasItem(karis.toString()))
        .body("items.entryId", hasItem(fridas.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"notifications", "messaging"})
  void what_else_has_a_views_id_in_it_hides_nothing_of_the_view(String service) {
    var room = story.room(are, kari);
    var view = Ids.next();
    Log.holds(isRefusedManyTimes(service, view, room));
    var karis = story.views(kari, room, view, 1, 5, null);
    Log.holds(karis);

    are.looksAtTheLogOf(room)
        .root("items.find { it.entryId == '%s' }".formatted(karis))
        .body("action", equalTo("MESSAGES_VIEWED"))
        .body("until", nullValue())
        .body("details.count", nullValue());
  }

  @Test
  void another_service_counts_no_refusals_for_the_one_that_refused() {
    var room = story.room(are, kari);
    var once = story.isRefused(kari, room, "not-allowed");
    var first =
        AuditRecorded.firstRefused(once, Instant.now(), kari.personId(), room, "not-allowed");
    story.tellAs("messaging", first);
    Log.holds(isRefusedManyTimes("notifications", once, room));

    are.looksAtTheLogOf(room)
        .root("items.findAll { it.entryId == '%s' && it.teller == 'messaging' }".formatted(once))
        .body("", hasSize(1))
        .body("[0].details.count", nullValue());
  }

  private UUID isRefusedManyTimes(String service, UUID joinedBy, UUID room) {
    var first =
        AuditRecorded.refused(joinedBy, Instant.now(), kari.personId(), room, "not-allowed");
    var many = AuditRecorded.counted(Ids.next(), first, Instant.now(), 9);
    story.tellAs(service, many);
    return many.entryId();
  }

  @Test
  void he_sees_who_tried_and_was_refused() {
    var room = story.room(are, kari);
    var nils = story.professional("Nils Nysgjerrig", "Psykolog", story.organisation("Øyane DPS"));
    Log.holds(story.isRefused(nils, room, "room-unknown"));

    are.looksAtTheLogOf(room)
        .root("items.find { it.action == 'REFUSED' }")
        .body("agent.name", equalTo("Nils Nysgjerrig"))
        .body("agent.organisation.name", equalTo("Øyane DPS"))
        .body("outcome", equalTo("REFUSED"))
        .body("details.code", equalTo("room-unknown"));
  }

  @Test
  void R8_three_hundred_tries_are_one_line_and_hide_nothing_of_the_others() {
    var room = story.room(are, kari);
    var viewed = story.acts(kari, AuditAction.ROOM_VIEWED, room);
    var nils = story.professional("Nils Nysgjerrig", "Psykolog", story.organisation("Øyane DPS"));
    Log.holds(viewed);
    Log.holds(story.isRefusedAgainAndAgain(nils, room, "room-unknown", 300));

    are.looksAtTheLogOf(room)
        .body("items.action", contains("LOG_VIEWED", "REFUSED", "ROOM_VIEWED"))
        .body("items[1].agent.name", equalTo("Nils Nysgjerrig"))
        .body("items[1].details.code", equalTo("room-unknown"))
        .body("items[1].details.count", equalTo(300))
        .body("items[1].until", notNullValue())
        .body("items[2].details.count", nullValue());
  }

  @Test
  void R8_who_looks_all_the_time_is_one_line_with_first_last_and_how_many() {
    var room = story.room(are, kari);
    Log.holds(story.acts(kari, AuditAction.ROOM_PROPOSED, room));
    var looks = story.looksAgainAndAgain(kari, room, 360);
    Log.holds(looks);

    are.looksAtTheLogOf(room)
        .body("items.action", contains("LOG_VIEWED", "ROOM_VIEWED", "ROOM_PROPOSED"))
        .body("items[1].entryId", equalTo(looks[0].toString()))
        .body("items[1].details.count", equalTo(360))
        .body("items[1].until", notNullValue());
  }

  @Test
  void a_corrected_name_is_shown_and_the_log_is_untouched() {
    var room = story.room(are, kari);
    Log.holds(story.acts(kari, AuditAction.ROOM_VIEWED, room));

    story.rename(kari, "Kari Nygift");

    await()
        .untilAsserted(
            () ->
                are.looksAtTheLogOf(room)
                    .body(
                        "items.find { it.action == 'ROOM_VIEWED' }.agent.name",
                        equalTo("Kari Nygift")));
  }

  @Test
  void another_patients_room_and_a_room_that_is_not_there_have_the_same_answer() {
    var room = story.room(are, kari);
    Log.holds(story.acts(kari, AuditAction.ROOM_VIEWED, room));
    var per = story.patient("Per Eksempel");

    for (Object asked : new Object[] {room, UUID.randomUUID(), "not-an-id"}) {
      per.looksAtTheLogOf(asked, Map.of())
          .statusCode(404)
          .contentType("application/problem+json")
          .body("code", equalTo("room-unknown"));
    }
    kari.looksAtTheLogOf(room).statusCode(404).body("code", equalTo("room-unknown"));
  }

  @Test
  void R6_whoever_was_refused_stands_in_the_log() {
    var room = story.room(are, kari);
    Log.holds(story.acts(kari, AuditAction.ROOM_VIEWED, room));
    var per = story.patient("Per Eksempel");

    per.looksAtTheLogOf(room).statusCode(404);

    await()
        .untilAsserted(
            () ->
                are.looksAtTheLogOf(room)
                    .body(
                        "items.find { it.action == 'REFUSED' }.agent.name",
                        equalTo("Per Eksempel")));
  }

  @Test
  void pages_follow_each_other_without_overlap() {
    var room = story.room(are, kari);
    UUID[] entries = new UUID[5];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = story.acts(kari, AuditAction.ROOM_VIEWED, room);
    }
    Log.holds(entries);

    int before =
        are.looksAtTheLogOf(room, Map.of("limit", 3))
            .body("items", hasSize(3))
            .body("items[1].entryId", equalTo(entries[4].toString()))
            .body("nextBefore", notNullValue())
            .extract()
            .path("nextBefore");

    are.looksAtTheLogOf(room, Map.of("limit", 3, "before", before))
        .body(
            "items.entryId",
            contains(entries[2].toString(), entries[1].toString(), entries[0].toString()))
        .body("nextBefore", nullValue());
  }

  @Test
  void a_limit_that_is_none_is_refused_with_the_field() {
    are.looksAtTheLogOf(UUID.randomUUID(), Map.of("limit", 0))
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("fields[0].name", equalTo("limit"));
  }

  @Test
  void who_is_not_signed_in_gets_nothing() {
    RestAssured.get("/api/access-log/rooms/" + UUID.randomUUID()).then().statusCode(401);
  }

  @Test
  void R6_where_his_look_cannot_be_logged_nothing_is_answered() {
    var room = story.room(are, kari);
    Log.holds(story.acts(kari, AuditAction.ROOM_VIEWED, room));
    Log.asSuperuser("revoke insert on audit.entry from samsnakk_audit");
    try {
      are.looksAtTheLogOf(room)
          .statusCode(503)
          .body("code", equalTo("log-unavailable"))
          .body("$", not(hasItem("items")));
    } finally {
      Log.asSuperuser("grant insert on audit.entry to samsnakk_audit");
    }
  }
}
