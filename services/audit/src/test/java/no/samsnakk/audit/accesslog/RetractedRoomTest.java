package no.samsnakk.audit.accesslog;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Person;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kari mistook a digit: the number was somebody's who has nothing to do with it. */
@QuarkusTest
@WithTestResource(World.class)
class RetractedRoomTest {
  private final Story story = new Story();
  private final Me.Organisation askoy = story.organisation("Askøy kommune");
  private final Person stranger = story.patient("Feil Person");
  private final Person kari = story.professional("Kari Kommunepsykolog", "Kommunepsykolog", askoy);
  private final Person anne = story.auditor("Anne Auditor", askoy);
  private UUID room;
  private UUID proposal;

  @BeforeEach
  void kariHasAskedTheWrongPerson() {
    room = story.proposedRoom(stranger, kari);
    var proposed =
        AuditRecorded.success(
                Ids.next(), Instant.now(), AuditAction.ROOM_PROPOSED, kari.personId(), room)
            .onBehalfOf(kari.organisationId())
            .about(stranger.personId(), null);
    proposal = proposed.entryId();
    story.tell(proposed);
    Log.holds(proposal);
  }

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void R1_whose_number_was_typed_wrongly_sees_nothing_once_it_was_taken_back() {
    stranger.looksAtTheLogOf(room).statusCode(200);

    story.retracts(kari, room, stranger);
    await().until(() -> Log.count("audit.room where retracted and room_id = '" + room + "'") == 1);

    var unknown = stranger.looksAtTheLogOf(UUID.randomUUID()).extract();
    stranger
        .looksAtTheLogOf(room)
        .statusCode(unknown.statusCode())
        .contentType(unknown.contentType())
        .body("code", equalTo(unknown.path("code")))
        .body("title", equalTo(unknown.path("title")))
        .body("$", not(hasItem("items")));
  }

  /** She may see what was done in her organisation's name, not whose number it was (R9). */
  @Test
  void R9_the_auditor_of_who_asked_does_not_learn_whose_number_it_was() {
    var found = "items.find { it.entryId == '" + proposal + "' }";

    anne.searches(Map.of("reason", "Klage fra pasient"))
        .body(found + ".agent.name", equalTo("Kari Kommunepsykolog"))
        .body(found + ".patient", equalTo(null));
    anne.searches(Map.of("reason", "Klage fra pasient", "name", "Feil Person"))
        .body("items", hasSize(1));
  }
}
