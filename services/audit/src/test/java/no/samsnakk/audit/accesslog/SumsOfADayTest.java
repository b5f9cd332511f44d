package no.samsnakk.audit.accesslog;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R8: what the patient is told of a day is so, whichever page of it he has come to. */
@QuarkusTest
@WithTestResource(World.class)
class SumsOfADayTest {
  private static final Map<String, Object> OSLO =
      Map.of("limit", 3, "own", false, "zone", "Europe/Oslo");

  private final Story story = new Story();
  private final Person are = story.patient("Are Nordmann");
  private final Person kari =
      story.professional(
          "Kari Kommunepsykolog", "Kommunepsykolog", story.organisation("Askøy kommune"));
  private UUID room;

  @BeforeEach
  void room() {
    room = story.room(are, kari);
  }

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void R8_the_sums_of_a_day_do_not_change_with_the_page() {
    acts(AuditAction.ROOM_VIEWED, "2026-11-20T08:00:00Z");
    acts(AuditAction.ROOM_VIEWED, "2026-11-20T08:30:00Z");
    for (int minute = 10; minute < 16; minute++) {
      acts(AuditAction.SEAT_PROPOSED, "2026-11-20T09:%d:00Z".formatted(minute));
    }
    acts(AuditAction.ROOM_REFRESHED, "2026-11-20T10:00:00Z");

    var first = page(OSLO);
    saysWhatKariDid(first);
    Object next = first.extract().path("nextBefore");
    saysWhatKariDid(page(with(OSLO, "before", next)));
  }

  private static void saysWhatKariDid(ValidatableResponse page) {
    page.body("items", hasSize(3))
        .body("days", hasSize(1))
        .root("days[0]")
        .body("from", equalTo("2026-11-19T23:00:00Z"))
        .body("to", equalTo("2026-11-20T23:00:00Z"))
        .body("whole", equalTo(true))
        .body("sums", hasSize(1))
        .root("days[0].sums[0]")
        .body("kind", equalTo("VIEWS"))
        .body("entries", equalTo(3))
        .body("visits", equalTo(2))
        .body("refreshes", equalTo(0))
        .body("from", equalTo("2026-11-20T08:00:00Z"))
        .body("until", equalTo("2026-11-20T08:30:00Z"));
  }

  @Test
  void R6_who_opened_on_a_page_further_down_has_not_fetched_without_opening() {
    acts(AuditAction.ROOM_VIEWED, "2026-11-20T08:00:00Z");
    for (int minute = 10; minute < 13; minute++) {
      acts(AuditAction.ROOM_REFRESHED, "2026-11-20T09:%d:00Z".formatted(minute));
    }

    page(OSLO)
        .body("items.action", not(hasItem("ROOM_VIEWED")))
        .body("days[0].sums[0].refreshes", equalTo(0))
        .body("days[0].sums[0].visits", equalTo(1));
  }

  @Test
  void R6_what_a_browser_fetched_before_she_opened_is_told() {
    acts(AuditAction.ROOM_REFRESHED, "2026-11-20T07:00:00Z");
    acts(AuditAction.ROOM_VIEWED, "2026-11-20T08:00:00Z");
    acts(AuditAction.ROOM_REFRESHED, "2026-11-20T09:00:00Z");

    page(OSLO)
        .body("days[0].sums[0].refreshes", equalTo(1))
        .body("days[0].sums[0].visits", equalTo(1));
  }

  /** An entry stands for openings on both sides of midnight. */
  @Test
  void R6_an_opening_right_after_midnight_is_one_of_that_day() {
    var opened = entry(AuditAction.ROOM_VIEWED, "2026-11-20T22:58:00Z").first();
    var last = Instant.parse("2026-11-20T23:01:00Z");
    story.tell(opened);
    story.tell(AuditRecorded.counted(Ids.next(), opened, last, 2));
    Log.holds(opened.entryId());
    acts(AuditAction.ROOM_REFRESHED, "2026-11-20T23:02:00Z");

    page(OSLO)
        .body("days.from", contains("2026-11-20T23:00:00Z", "2026-11-19T23:00:00Z"))
        .body("days[0].sums[0].refreshes", equalTo(0))
        .body("days[1].sums[0].visits", equalTo(2));
  }

  @Test
  void a_message_is_counted_once_however_often_it_was_brought() {
    views("2026-11-20T08:00:00Z", 1, 4, "2026-11-20T08:10:00Z");
    views("2026-11-20T09:00:00Z", 3, 7, "2026-11-20T09:20:00Z");

    page(OSLO)
        .root("days[0].sums[0]")
        .body("messages", equalTo(7))
        .body("until", equalTo("2026-11-20T09:20:00Z"))
        .body("underWay", equalTo(false));
  }

  @Test
  void what_hangs_on_a_row_and_was_brought_is_no_message_and_a_row_of_any_kind_is_one() {
    var entries =
        List.of(
            story.acknowledges(are, room, 3),
            story.asks(are, room, 9),
            story.says(are, room, 5, "APPOINTMENT"),
            story.says(are, room, 6, "AGREEMENT"),
            story.says(are, room, 10, "APPOINTMENT_RESPONSE"),
            story.says(are, room, 11, "AGREEMENT_RESPONSE"),
            story.says(are, room, 12, "EDIT"),
            story.says(are, room, 13, "RETRACTION"));
    for (var entry : entries) {
      story.tell(entry);
      Log.holds(entry.envelope().entryId());
    }
    views("2026-11-20T08:00:00Z", 1, 4, "2026-11-20T08:10:00Z");
    views("2026-11-20T09:00:00Z", 3, 7, "2026-11-20T09:20:00Z");
    views("2026-11-20T10:00:00Z", 9, 13, "2026-11-20T10:20:00Z");

    page(OSLO)
        .body("days.sums.flatten().find { it.kind == 'VIEWS' }.messages", equalTo(6))
        .body(
            "items.findAll { it.action == 'MESSAGES_VIEWED' }.details.messages", contains(0, 4, 3));
  }

  @Test
  void R8_each_persons_refusals_of_a_day_are_a_sum_by_what_was_refused() {
    Log.holds(story.isRefused(kari, room, "not-allowed"));
    Log.holds(story.isRefusedAgainAndAgain(kari, room, "room-unknown", 300));

    page(Map.of("own", false))
        .body("days.sums.flatten().findAll { it.kind == 'REFUSED' }", hasSize(2))
        .body("days.sums.flatten().find { it.code == 'room-unknown' }.times", equalTo(300))
        .body("days.sums.flatten().find { it.code == 'not-allowed' }.times", equalTo(1));
  }

  @Test
  void his_own_looks_are_in_no_sum_where_he_does_not_want_them() {
    Log.holds(story.acts(are, AuditAction.ROOM_VIEWED, room));
    acts(AuditAction.ROOM_VIEWED, "2026-11-20T08:00:00Z");

    page(OSLO).body("days.sums.flatten().personId", contains(kari.personId().toString()));
  }

  @Test
  void R8_who_is_looking_now_comes_with_the_newest_page_whichever_it_began_on() {
    var view = Ids.next();
    Log.holds(story.views(kari, room, view, 1, 5, null));
    for (int more = 0; more < 5; more++) {
      Log.holds(story.acts(kari, AuditAction.SEAT_PROPOSED, room));
    }

    Object next =
        page(OSLO)
            .body("items.action", not(hasItem("MESSAGES_VIEWED")))
            .body("now.agent.name", contains("Kari Kommunepsykolog"))
            .extract()
            .path("nextBefore");
    page(with(OSLO, "before", next)).body("now", empty());

    Log.holds(story.views(kari, room, view, 1, 5, Instant.now()));
    page(OSLO).body("now", empty());
  }

  /** Whoever has a teller's key can tell them. */
  @Test
  void R8_no_time_that_an_entry_says_keeps_him_from_his_log() {
    acts(AuditAction.ROOM_VIEWED, "2026-11-20T08:00:00Z");
    acts(AuditAction.ROOM_VIEWED, "9999-12-31T23:59:59Z");
    acts(AuditAction.ROOM_VIEWED, "2000-01-01T00:00:00Z");

    page(OSLO)
        .body("items", hasSize(3))
        .body("days", hasSize(3))
        .body("days.sums.flatten().visits", contains(1, 1, 1));
  }

  @Test
  void a_zone_that_we_do_not_know_is_utc() {
    acts(AuditAction.ROOM_VIEWED, "2026-11-20T08:00:00Z");

    page(Map.of("own", false, "zone", "Etc/Unknown"))
        .body("days[0].from", equalTo("2026-11-20T00:00:00Z"));
  }

  private ValidatableResponse page(Map<String, Object> query) {
    return are.looksAtTheLogOf(room, query).statusCode(200);
  }

  private static Map<String, Object> with(Map<String, Object> query, String name, Object value) {
    var more = new HashMap<>(query);
    more.put(name, value);
    return more;
  }

  private void acts(AuditAction action, String at) {
    var entry = entry(action, at);
    story.tell(entry);
    Log.holds(entry.entryId());
  }

  private AuditRecorded entry(AuditAction action, String at) {
    return AuditRecorded.success(Ids.next(), Instant.parse(at), action, kari.personId(), room)
        .onBehalfOf(kari.organisationId());
  }

  private void views(String at, long from, long to, String until) {
    var view = Ids.next();
    for (var end : new Instant[] {null, Instant.parse(until)}) {
      var entry =
          AuditRecorded.view(Ids.next(), Instant.parse(at), kari.personId(), room, view)
              .onBehalfOf(kari.organisationId())
              .messages(from, to)
              .until(end)
              .build();
      story.tell(entry);
      Log.holds(entry.entryId());
    }
  }
}
