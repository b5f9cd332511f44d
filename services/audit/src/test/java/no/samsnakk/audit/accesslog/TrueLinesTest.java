package no.samsnakk.audit.accesslog;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Person;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R6: the log says what people did: neither what their browsers nor what others did for them. */
@QuarkusTest
@WithTestResource(World.class)
class TrueLinesTest {
  private final Story story = new Story();
  private final Me.Organisation askoy = story.organisation("Askøy kommune");
  private final Person are = story.patient("Are Nordmann");
  private final Person kari = story.professional("Kari Kommunepsykolog", "Kommunepsykolog", askoy);

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void R6_a_visit_and_what_a_browser_fetched_by_itself_are_two_things() {
    var room = story.room(are, kari);
    var opened = story.acts(kari, AuditAction.ROOM_VIEWED, room);
    var fetched = story.acts(kari, AuditAction.ROOM_REFRESHED, room);
    Log.holds(opened, fetched);

    are.looksAtTheLogOf(room)
        .body("items.action", contains("LOG_VIEWED", "ROOM_REFRESHED", "ROOM_VIEWED"));
  }

  @Test
  void R6_a_seat_that_was_emptied_because_a_role_is_over_is_the_organisations_act() {
    var room = story.room(are, kari);
    var emptied =
        AuditRecorded.success(
                Ids.next(), Instant.now(), AuditAction.SEAT_REMOVED, kari.organisationId(), room)
            .onBehalfOf(kari.organisationId())
            .about(are.personId(), kari.personId());
    story.tell(emptied);
    Log.holds(emptied.entryId());

    are.looksAtTheLogOf(room)
        .root("items.find { it.action == 'SEAT_REMOVED' }")
        .body("agent.name", equalTo("Askøy kommune"))
        .body("agent.title", nullValue())
        .body("agent.organisation.name", equalTo("Askøy kommune"))
        .body("details.personName", equalTo("Kari Kommunepsykolog"));
  }

  @Test
  void R8_his_own_looks_push_nobody_off_the_page_where_he_does_not_want_them() {
    var room = story.room(are, kari);
    var hers = story.acts(kari, AuditAction.ROOM_VIEWED, room);
    var his = story.acts(are, AuditAction.CONSENT_GIVEN, room);
    Log.holds(hers, his);
    for (var look : new AuditAction[] {AuditAction.ROOM_VIEWED, AuditAction.ROOM_REFRESHED}) {
      Log.holds(story.acts(are, look, room));
    }
    Log.holds(story.views(are, room, Ids.next(), 1, 5, null));
    var refused = story.isRefused(are, room, "not-allowed");
    Log.holds(refused);

    are.looksAtTheLogOf(room, Map.of("limit", 3, "own", false))
        .body("items.entryId", contains(refused.toString(), his.toString(), hers.toString()))
        .body("nextBefore", nullValue());
    are.looksAtTheLogOf(room).body("items.action", hasItem("LOG_VIEWED"));
  }
}
