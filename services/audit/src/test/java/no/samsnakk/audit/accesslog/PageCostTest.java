package no.samsnakk.audit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.ledger.Told;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Plan;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/**
 * Whoever has a teller's key can tell any number of refusals that name one view: they do not keep
 * the patient from his log. Everyone who appends waits for a page.
 */
@QuarkusTest
@WithTestResource(World.class)
class PageCostTest {
  private static final int FEW = 300;
  private static final String PAGE = LogReader.sql("e.room_id = $1 and e.seq < $2", "true", 51);

  @Inject Ledger ledger;
  @Inject Pool pool;

  /** Those of the other room stand before them in an index by room. */
  private final UUID room = new UUID(-1L, Ids.next().getLeastSignificantBits());

  private final UUID decoy = new UUID(1L, Ids.next().getLeastSignificantBits());
  private final UUID agent = Ids.next();
  private final UUID view = Ids.next();

  @Test
  void R8_what_another_room_has_of_the_same_view_costs_the_page_nothing_each_time() {
    growsWithTheirNumber("notifications", decoy);
  }

  @Test
  void R8_nor_does_what_another_service_tells_of_it() {
    growsWithTheirNumber("rooms", room);
  }

  private void growsWithTheirNumber(String otherTeller, UUID otherRoom) {
    long few = costOf(FEW, otherTeller, otherRoom);
    long many = costOf(3 * FEW, otherTeller, otherRoom);

    // Four times as many in all: about four times the cost, not sixteen.
    assertThat(many).as("beside " + few).isLessThan(8 * few);
  }

  private long costOf(int more, String otherTeller, UUID otherRoom) {
    tell(more, otherTeller, otherRoom);
    tell(more, "notifications", room);
    Log.asSuperuser("analyze audit.entry");
    return Plan.cost(pool, PAGE, Tuple.of(room, Long.MAX_VALUE));
  }

  private void tell(int many, String teller, UUID inRoom) {
    var first = AuditRecorded.refused(view, Instant.now(), agent, inRoom, "not-allowed");
    var told =
        Stream.generate(() -> AuditRecorded.counted(Ids.next(), first, Instant.now(), 2))
            .limit(many)
            .map(refused -> new Told(teller, refused))
            .toList();
    pool.withTransaction(tx -> ledger.take(tx, told)).await().indefinitely();
  }
}
