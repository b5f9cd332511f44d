package no.samsnakk.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Plan;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/** Everyone who appends waits for the look-up: it finds its own, however long the log is. */
@QuarkusTest
@WithTestResource(World.class)
class LookUpCostTest {
  private static final int FEW = 250;

  @Inject Ledger ledger;
  @Inject Pool pool;

  @Test
  void R12_repeats_are_looked_up_by_the_index_and_none_of_the_log_is_read_through() {
    var told = takeMany(5_000, Ids::next);

    var plan = Plan.of(pool, News.LOOK_UP, News.asked(told.subList(0, 500)));

    assertThat(plan).contains("entry_by_id").doesNotContain("Seq Scan on entry", "SubPlan");
    assertThat(Plan.generic(pool, News.LOOK_UP)).doesNotContain("Seq Scan on entry", "SubPlan");
  }

  /** Whoever has a teller's key can tell them. */
  @Test
  void R6_however_many_entries_have_one_id_a_look_up_costs_the_same() {
    var id = Ids.next();

    long few = costWith(FEW, id);
    long many = costWith(3 * FEW, id);

    assertThat(many).as("beside " + few).isLessThan(2 * few);
  }

  /** Of a new content, of a repeat, and of one that another tells. */
  private long costWith(int more, UUID id) {
    var told = takeMany(more, () -> id);
    var again = told.getLast().entry();
    var asked = List.of(told(id), told.getLast(), new Told("gateway", again));
    return Plan.cost(pool, News.LOOK_UP, News.asked(asked));
  }

  private List<Told> takeMany(int many, Supplier<UUID> id) {
    var told = Stream.generate(() -> told(id.get())).limit(many).toList();
    pool.withTransaction(tx -> ledger.take(tx, told)).await().indefinitely();
    Log.asSuperuser("analyze audit.entry");
    return told;
  }

  private static Told told(UUID id) {
    var at = Instant.parse("2026-11-22T10:00:00Z");
    return new Told(
        "rooms", AuditRecorded.success(id, at, AuditAction.SIGNED_IN, UUID.randomUUID(), null));
  }
}
