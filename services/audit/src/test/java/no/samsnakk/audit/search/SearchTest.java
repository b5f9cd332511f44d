package no.samsnakk.audit.search;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Person;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.platform.caller.Level;
import no.samsnakk.platform.caller.Me;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(World.class)
class SearchTest {
  private static final String REASON = "Klage fra pasient, sak 12";

  private final Story story = new Story();
  private final Me.Organisation askoy = story.organisation("Askøy kommune");
  private final Me.Organisation dps = story.organisation("Øyane DPS");
  private final Person are = story.patient("Are Nordmann");
  private final Person kari = story.professional("Kari Kommunepsykolog", "Kommunepsykolog", askoy);
  private final Person sara = story.professional("Sara Psykolog", "Psykologspesialist", dps);
  private final Person anne = story.auditor("Anne Auditor", askoy);

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void R6_anne_finds_her_own_search_first_in_what_she_finds() {
    var searched =
        anneSearches(Map.of("action", "ROOM_PROPOSED"))
            .statusCode(200)
            .body("items[0].action", equalTo("LOG_SEARCHED"))
            .body("items[0].agent.name", equalTo("Anne Auditor"))
            .body("items[0].agent.organisation.name", equalTo("Askøy kommune"))
            .body("items[0].details.reason", equalTo(REASON))
            .body("head.hash", matchesPattern("[0-9a-f]{64}"))
            .extract();

    assertEqual(searched.path("head.seq"), searched.path("items[0].seq"));
    assertEqual(searched.path("head.hash"), searched.path("items[0].hash"));
  }

  @Test
  void anne_finds_what_was_done_in_her_organisations_name() {
    var entry = story.acts(kari, AuditAction.DIRECTORY_SEARCHED, null);
    Log.holds(entry);

    anneSearches(Map.of()).body("items.entryId", hasItem(entry.toString()));
  }

  @Test
  void anne_finds_everything_in_rooms_where_her_organisation_has_a_seat() {
    var room = story.room(are, kari, sara);
    var saras = story.acts(sara, AuditAction.ROOM_VIEWED, room);
    Log.holds(saras);

    anneSearches(Map.of("roomId", room.toString()))
        .body("items.entryId", hasItem(saras.toString()))
        .body("items[1].patient.name", equalTo("Are Nordmann"));
  }

  @Test
  void anne_finds_nothing_of_rooms_and_organisations_that_are_none_of_hers() {
    var room = story.room(are, sara);
    var inRoom = story.acts(sara, AuditAction.ROOM_VIEWED, room);
    var outside = story.acts(sara, AuditAction.DIRECTORY_SEARCHED, null);
    Log.holds(inRoom, outside);

    anneSearches(Map.of("roomId", room.toString())).body("items", hasSize(1));
    anneSearches(Map.of("name", "Sara Psyk"))
        .body("items.entryId", not(hasItem(outside.toString())));
  }

  @Test
  void R1_a_seat_that_the_patient_has_not_approved_opens_no_room_to_its_auditor() {
    var room = story.proposedRoom(are, sara, kari);
    var proposal = story.acts(sara, AuditAction.ROOM_PROPOSED, room);
    Log.holds(proposal);

    anneSearches(Map.of("roomId", room.toString())).body("items", hasSize(1));
  }

  /** An auditor works where she may be blocked by a patient. */
  @Test
  void R9_whom_he_has_blocked_is_found_in_his_room_but_not_by_herself() {
    var room = story.room(are, kari);
    var saras = story.blocks(are, sara, room);
    var annes = story.blocks(are, anne, room);
    // He has asked for whom he has blocked.
    var refused = story.isRefused(are, room, "person-blocked");
    var other = story.isRefused(are, room, "too-many-seats");
    Log.holds(saras, annes, refused, other);

    for (var search :
        List.of(Map.of("roomId", room.toString()), Map.of("name", "Anne"), Map.of())) {
      anneSearches(search)
          .body("items.entryId", not(hasItem(annes.toString())))
          .body("items.entryId", not(hasItem(refused.toString())));
    }
    anneSearches(Map.of("roomId", room.toString()))
        .body("items.entryId", hasItems(saras.toString(), other.toString()));
  }

  @Test
  void who_has_only_one_organisation_acted_for_it_where_nobody_said_so() {
    var refused = story.isRefused(kari, null, "not-allowed");
    Log.holds(refused);

    anneSearches(Map.of())
        .root("items.find { it.entryId == '" + refused + "' }")
        .body("agent.organisation.name", equalTo("Askøy kommune"))
        .body("agent.title", equalTo("Kommunepsykolog"));
  }

  @Test
  void what_an_employee_does_as_a_patient_is_not_her_employers_business() {
    var karisOwnRoom = story.room(kari, sara);
    var entry = story.isRefused(kari, karisOwnRoom, "message-too-long");
    var message = story.writes(withoutRoles(kari), karisOwnRoom, 1);
    story.tell(message);
    Log.holds(entry, message.envelope().entryId());

    anneSearches(Map.of("roomId", karisOwnRoom.toString())).body("items", hasSize(1));
  }

  @Test
  void a_name_is_found_whatever_its_case_as_who_did_it_and_as_whose_room_it_was() {
    var room = story.room(are, kari);
    var other = story.room(story.patient("Per Eksempel"), kari);
    var ares = story.acts(kari, AuditAction.ROOM_VIEWED, room);
    var pers = story.acts(kari, AuditAction.ROOM_VIEWED, other);
    Log.holds(ares, pers);

    anneSearches(Map.of("name", "are NORD"))
        .body("items.entryId", hasItem(ares.toString()))
        .body("items.entryId", not(hasItem(pers.toString())));
    anneSearches(Map.of("name", "kommunePSYK"))
        .body("items.entryId", hasItem(ares.toString()))
        .body("items.entryId", hasItem(pers.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%", "__", "K%i", "\\\\", "'; drop table entry; --", "' or '1'='1"})
  void what_is_typed_is_text_and_neither_a_pattern_nor_a_statement(String name) {
    Log.holds(story.acts(kari, AuditAction.DIRECTORY_SEARCHED, null));

    anneSearches(Map.of("name", name)).statusCode(200).body("items", hasSize(1));
  }

  @Test
  void times_and_actions_narrow_the_search() {
    var searched = story.acts(kari, AuditAction.DIRECTORY_SEARCHED, null);
    var signedIn = story.acts(kari, AuditAction.SIGNED_IN, null);
    Log.holds(searched, signedIn);

    anneSearches(Map.of("action", "SIGNED_IN"))
        .body("items.entryId", hasItem(signedIn.toString()))
        .body("items.entryId", not(hasItem(searched.toString())));
    anneSearches(Map.of("to", "2020-01-01T00:00:00Z")).body("items", hasSize(1));
    anneSearches(Map.of("from", "2020-01-01T00:00:00Z", "to", "2100-01-01T00:00:00Z"))
        .body("items.entryId", hasItem(signedIn.toString()));
  }

  @Test
  void pages_stay_where_they_are_while_the_log_grows() {
    var first = story.acts(kari, AuditAction.SIGNED_IN, null);
    var second = story.acts(kari, AuditAction.SIGNED_IN, null);
    Log.holds(first, second);
    int before =
        anneSearches(Map.of("limit", 2))
            .body("items.entryId", hasItem(second.toString()))
            .extract()
            .path("nextBefore");
    Log.holds(story.acts(kari, AuditAction.SIGNED_IN, null));

    anneSearches(Map.of("limit", 1, "before", before))
        .body("items.entryId", contains(first.toString()))
        .body("nextBefore", nullValue());
  }

  @Test
  void only_auditors_who_have_just_signed_in_with_the_highest_level_may() {
    kari.searches(Map.of("reason", REASON)).statusCode(403).body("code", equalTo("not-allowed"));
    anne.identifiedAs(Level.SUBSTANTIAL)
        .searches(Map.of("reason", REASON))
        .statusCode(403)
        .body("code", equalTo("level-too-low"));
    anne.whoSignedIn(Duration.ofMinutes(16))
        .searches(Map.of("reason", REASON))
        .statusCode(403)
        .body("code", equalTo("fresh-login-required"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hvem", "          ", "a\u0007bcdef"})
  void a_reason_is_asked_for(String reason) {
    anne.searches(Map.of("reason", reason))
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("fields[0].name", equalTo("reason"));
  }

  @Test
  void what_makes_no_sense_is_refused() {
    for (var nonsense :
        new Map[] {
          Map.of("action", "DANCED"),
          Map.of("from", "yesterday"),
          Map.of("roomId", "x"),
          Map.of("limit", 101),
          Map.of("before", 0)
        }) {
      anneSearches(nonsense).statusCode(400).body("code", equalTo("invalid-request"));
    }
  }

  @Test
  void R6_where_the_search_cannot_be_logged_nothing_is_answered() {
    Log.asSuperuser("revoke insert on audit.entry from samsnakk_audit");
    try {
      anneSearches(Map.of()).statusCode(503).body("code", equalTo("log-unavailable"));
    } finally {
      Log.asSuperuser("grant insert on audit.entry to samsnakk_audit");
    }
  }

  private ValidatableResponse anneSearches(Map<?, ?> search) {
    var all = new HashMap<String, Object>();
    search.forEach((name, value) -> all.put((String) name, value));
    all.put("reason", REASON);
    return anne.searches(all);
  }

  private static Person withoutRoles(Person person) {
    return new Person(person.personId(), person.name(), java.util.List.of(), person.session());
  }

  private static void assertEqual(Object one, Object other) {
    org.assertj.core.api.Assertions.assertThat(one).isEqualTo(other);
  }
}
