package no.samsnakk.audit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Person;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.platform.caller.Me;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That an auditor looked stands in the log of each room that she was shown something of. */
@QuarkusTest
@WithTestResource(World.class)
class ShownRoomsTest {
  private static final String REASON = "Klage fra pasient, sak 12";
  private static final String LOOKED = "items.findAll { it.action == 'LOG_SEARCHED' }";
  private static final String SEARCHES = "audit.entry where action = 'LOG_SEARCHED'";

  private final Story story = new Story();
  private final Me.Organisation askoy = story.organisation("Askøy kommune");
  private final Me.Organisation dps = story.organisation("Øyane DPS");
  private final Person are = story.patient("Are Nordmann");
  private final Person kari = story.professional("Kari Kommunepsykolog", "Kommunepsykolog", askoy);
  private final Person anne = story.auditor("Anne Auditor", askoy);

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void R8_the_patient_of_each_room_that_was_shown_sees_that_anne_looked_and_why() {
    var room = story.room(are, kari);
    var per = story.patient("Per Eksempel");
    var pers = story.room(per, kari);
    Log.holds(
        story.acts(kari, AuditAction.ROOM_VIEWED, room),
        story.acts(kari, AuditAction.SEAT_PROPOSED, room),
        story.acts(kari, AuditAction.ROOM_VIEWED, pers));

    anneSearches(Map.of("name", "Are Nord")).statusCode(200);
    anneSearches(Map.of("action", "ROOM_VIEWED", "limit", 3)).statusCode(200);
    anneSearches(Map.of("roomId", room.toString())).statusCode(200);

    are.looksAtTheLogOf(room)
        .body(LOOKED, hasSize(3))
        .body(LOOKED + ".agent.name.unique()", contains("Anne Auditor"))
        .body(LOOKED + ".agent.organisation.name.unique()", contains("Askøy kommune"))
        .body(LOOKED + ".details.reason.unique()", contains(REASON));
    per.looksAtTheLogOf(pers).body(LOOKED, hasSize(1));
  }

  @Test
  void R8_a_room_that_is_not_on_the_page_was_not_looked_at() {
    var room = story.room(are, kari);
    Log.holds(story.acts(kari, AuditAction.ROOM_VIEWED, room));
    var later = story.room(are, kari);
    Log.holds(story.acts(kari, AuditAction.ROOM_VIEWED, later));

    anneSearches(Map.of("name", "Are Nord", "limit", 2)).body("items", hasSize(2));

    are.looksAtTheLogOf(later).body("items.action", hasItem("LOG_SEARCHED"));
    are.looksAtTheLogOf(room).body("items.action", not(hasItem("LOG_SEARCHED")));
  }

  @Test
  void
      R6_each_line_in_a_patients_log_is_spent_from_her_budget_and_who_has_spent_all_is_shown_nothing() {
    var entries =
        Stream.generate(() -> story.acts(kari, AuditAction.ROOM_VIEWED, story.room(are, kari)))
            .limit(60)
            .toArray(UUID[]::new);
    Log.holds(entries);
    var search = Map.<String, Object>of("name", "Are Nord", "action", "ROOM_VIEWED", "limit", 61);

    // Three hundred at once, and two more each second. Who looks for what is not there spends one.
    var nowhere = Map.<String, Object>of("name", "Nobody At All", "limit", 61);
    for (int i = 0; i < 10; i++) {
      anneSearches(nowhere).statusCode(200);
    }
    long before = Log.count(SEARCHES + " and agent_id = '" + anne.personId() + "'");
    int answered = 0;
    while (answered < 50 && anneSearches(search).extract().statusCode() == 200) {
      answered++;
    }
    assertThat(answered).isBetween(3, 49);
    assertThat(Log.count(SEARCHES + " and agent_id = '" + anne.personId() + "'") - before)
        .isEqualTo(61L * answered);
  }

  @Test
  void R8_she_looked_for_the_organisation_that_has_a_seat_there() {
    var both = story.auditor("Berit Begge", dps, askoy);
    var room = story.room(are, kari);
    Log.holds(story.acts(kari, AuditAction.ROOM_VIEWED, room));

    both.searches(Map.of("reason", REASON, "name", "Are Nord")).statusCode(200);

    are.looksAtTheLogOf(room)
        .body(
            "items.find { it.action == 'LOG_SEARCHED' }.agent.organisation.name",
            equalTo("Askøy kommune"));
  }

  @Test
  void R6_where_a_rooms_entry_cannot_be_written_nothing_is_answered_and_nothing_written() {
    var room = story.room(are, kari);
    Log.holds(story.acts(kari, AuditAction.ROOM_VIEWED, room));
    var before = Log.count(SEARCHES);
    Log.asSuperuser(
        "alter table audit.entry add constraint no_rooms_entry check"
            + " (action <> 'LOG_SEARCHED' or room_id is null) not valid");
    try {
      anneSearches(Map.of("name", "Are Nord"))
          .statusCode(503)
          .body("code", equalTo("log-unavailable"));
    } finally {
      Log.asSuperuser("alter table audit.entry drop constraint no_rooms_entry");
    }
    assertThat(Log.count(SEARCHES)).isEqualTo(before);
  }

  private ValidatableResponse anneSearches(Map<String, Object> search) {
    var all = new HashMap<>(search);
    all.put("reason", REASON);
    return anne.searches(all);
  }
}
