package no.samsnakk.audit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Person;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.platform.caller.Me;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R6: who reads the log page after page has looked once; each page is an entry all the same. */
@QuarkusTest
@WithTestResource(World.class)
class ReadingTest {
  private static final String REASON = "Klage fra pasient, sak 12";
  private static final String LOOKS = "items.findAll { it.action == 'LOG_VIEWED' }";
  private static final String SEARCHES = "items.findAll { it.action == 'LOG_SEARCHED' }";

  private final Story story = new Story();
  private final Me.Organisation askoy = story.organisation("Askøy kommune");
  private final Person are = story.patient("Are Nordmann");
  private final Person kari = story.professional("Kari Kommunepsykolog", "Kommunepsykolog", askoy);
  private final Person anne = story.auditor("Anne Auditor", askoy);
  private UUID room;

  @BeforeEach
  void muchHasHappened() {
    room = story.room(are, kari);
    for (int more = 0; more < 6; more++) {
      Log.holds(story.acts(kari, AuditAction.SEAT_PROPOSED, room));
    }
  }

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void R6_he_who_reads_page_after_page_has_looked_once() {
    var first = are.looksAtTheLogOf(room, Map.of("limit", 2)).extract();
    Map<String, Object> next =
        Map.of("limit", 2, "before", first.path("nextBefore"), "reading", first.path("reading"));
    String again = are.looksAtTheLogOf(room, next).statusCode(200).extract().path("reading");
    are.looksAtTheLogOf(room, Map.of("own", false, "reading", again));

    are.looksAtTheLogOf(room, Map.of("reading", again))
        .body(LOOKS, hasSize(1))
        .body(LOOKS + "[0].until", notNullValue())
        .body("days.sums.flatten().find { it.looks > 0 }.looks", equalTo(1));
    assertThat(written("LOG_VIEWED")).isEqualTo(4);
  }

  @Test
  void R6_who_comes_back_has_looked_again() {
    are.looksAtTheLogOf(room);

    are.looksAtTheLogOf(room).body(LOOKS, hasSize(2));
  }

  /** Nobody makes all his looks one by saying so. */
  @Test
  void R6_no_reading_lasts_for_ever() {
    for (var claimed :
        new UUID[] {UUID.randomUUID(), at("2026-01-01T00:00:00Z"), at("2126-01-01T00:00:00Z")}) {
      are.looksAtTheLogOf(room, Map.of("reading", claimed)).statusCode(200);
      are.looksAtTheLogOf(room, Map.of("reading", claimed)).statusCode(200);
    }

    are.looksAtTheLogOf(room).body(LOOKS, hasSize(7));
  }

  @Test
  void R6_an_auditor_who_reads_on_has_searched_once() {
    var first = anneSearches(Map.of("limit", 2));
    var second =
        anneSearches(
            Map.of("limit", 2, "before", first.get("nextBefore"), "search", first.get("search")));
    assertThat(second).containsEntry("search", first.get("search"));

    are.looksAtTheLogOf(room)
        .body(SEARCHES, hasSize(1))
        .body("days.sums.flatten().findAll { it.kind == 'SEARCHED' }.times", contains(1));
    assertThat(written("LOG_SEARCHED")).isEqualTo(2);
  }

  @Test
  void R8_another_reason_is_another_search_whatever_it_is_said_to_go_on_with() {
    var first = anneSearches(Map.of("limit", 2));
    anneSearches(
        Map.of(
            "reason", "Noe helt annet",
            "before", first.get("nextBefore"),
            "search", first.get("search")));

    are.looksAtTheLogOf(room).body(SEARCHES + ".details.reason", hasSize(2));
  }

  @Test
  void R8_who_begins_anew_has_searched_again() {
    var first = anneSearches(Map.of("limit", 2));
    anneSearches(Map.of("limit", 2, "search", first.get("search")));

    are.looksAtTheLogOf(room).body(SEARCHES, hasSize(2));
  }

  private Map<String, Object> anneSearches(Map<String, Object> more) {
    var search = new HashMap<String, Object>(Map.of("reason", REASON, "roomId", room.toString()));
    search.putAll(more);
    return anne.searches(search).statusCode(200).extract().path("$");
  }

  private long written(String action) {
    return Log.count("audit.entry where action = '" + action + "' and room_id = '" + room + "'");
  }

  /** An id that was made then. */
  private static UUID at(String time) {
    return new UUID(Instant.parse(time).toEpochMilli() << 16 | 0x7000, 1L << 63);
  }
}
