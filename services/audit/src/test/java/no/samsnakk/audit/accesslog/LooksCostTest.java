package no.samsnakk.audit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.ledger.Told;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Plan;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/** The sums of a day cost what there is of that day to sum, and no more than a bound. */
@QuarkusTest
@WithTestResource(World.class)
class LooksCostTest {
  private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
  private static final Looks.Span SPAN = new Looks.Span(DAY, DAY.plus(Duration.ofDays(1)));

  @Inject Ledger ledger;
  @Inject Pool pool;

  private final UUID agent = Ids.next();

  @Test
  void R8_neither_messages_nor_other_days_nor_other_rooms_make_a_day_dearer() {
    var room = Ids.next();
    tell(200, AuditAction.ROOM_VIEWED, room, DAY);

    long few = costOf(room);
    tell(2_000, AuditAction.MESSAGE_SENT, room, DAY);
    tell(2_000, AuditAction.ROOM_VIEWED, room, DAY.minus(Duration.ofDays(3)));
    tell(2_000, AuditAction.ROOM_VIEWED, room, DAY.plus(Duration.ofDays(3)));
    tell(2_000, AuditAction.ROOM_VIEWED, Ids.next(), DAY);
    long many = costOf(room);

    assertThat(many).as("beside " + few).isLessThan(2 * few);
  }

  @Test
  void R8_of_a_day_with_more_than_can_be_summed_it_is_said_that_the_sums_are_of_its_newest() {
    try (var story = new Story()) {
      var are = story.patient("Are Nordmann");
      var kari =
          story.professional("Kari Kommunepsykolog", "Psykolog", story.organisation("Askøy"));
      var room = story.room(are, kari);
      Log.holds(story.acts(kari, AuditAction.SEAT_PROPOSED, room));
      tell(Looks.MOST, AuditAction.ROOM_VIEWED, room, DAY);
      // Half an hour before midnight: nothing of that day.
      tell(1, AuditAction.ROOM_VIEWED, room, DAY.minusSeconds(7200 + 1800));

      are.looksAtTheLogOf(room, Map.of("own", false))
          .body("days[0].whole", equalTo(true))
          .body("days[0].sums.visits", contains(Looks.MOST));

      tell(1, AuditAction.ROOM_VIEWED, room, DAY);
      are.looksAtTheLogOf(room, Map.of("own", false))
          .body("days[0].whole", equalTo(false))
          .body("days[0].sums.visits", contains(Looks.MOST));
    }
  }

  private long costOf(UUID room) {
    Log.asSuperuser("analyze audit.entry");
    var of = new Looks.Of(room, Ids.next(), false, Long.MAX_VALUE);
    return Plan.cost(pool, Looks.FIND, Looks.asked(of, List.of(SPAN)));
  }

  /** Through ten hours of that day. */
  private void tell(int many, AuditAction action, UUID room, Instant day) {
    var told =
        IntStream.range(0, many)
            .mapToObj(nr -> day.plusSeconds(7200).plusMillis(nr * 18_000L))
            .map(at -> AuditRecorded.success(Ids.next(), at, action, agent, room))
            .map(entry -> new Told("rooms", entry))
            .toList();
    pool.withTransaction(tx -> ledger.take(tx, told)).await().indefinitely();
  }
}
