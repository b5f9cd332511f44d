package no.samsnakk.messaging.live.delivery;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Asks the database, every second for the rooms that are looked at and every fourth second for all
 * rooms of people here, whether access or messages have moved on. Kafka tells sooner; this is what
 * holds R4 and brings messages across instances while Kafka is down, and what finds everything that
 * a lost hint did not tell.
 */
@ApplicationScoped
class RoomChangePoller {
  private static final long EVERY_MILLIS = 1_000;
  private static final int ALL_EVERY = 4;
  private static final int FORGET_EVERY = 60;
  private static final int TOGETHER = 2_000;
  private static final String ASK =
      """
      select r.room_id, coalesce(a.epoch, -1), a.readers,
        coalesce((select c.last_seq from conversation c where c.room_id = r.room_id), 0)
      from unnest($1::uuid[]) r(room_id),
        lateral (
          select max(a.access_epoch) as epoch,
            count(distinct a.person_id) filter (where a.may_read) as readers
          from rooms.access_v1 a where a.room_id = r.room_id) a""";

  private final Vertx vertx;
  private final Pool pool;
  private final RoomChannels rooms;
  private long round;
  private boolean asking;

  RoomChangePoller(Vertx vertx, Pool pool, RoomChannels rooms) {
    this.vertx = vertx;
    this.pool = pool;
    this.rooms = rooms;
  }

  void start(@Observes StartupEvent started) {
    vertx.setPeriodic(EVERY_MILLIS, timer -> watch());
  }

  private void watch() {
    round++;
    if (round % FORGET_EVERY == 0) {
      rooms.forgetIdle();
    }
    if (asking) {
      return;
    }
    boolean all = round % ALL_EVERY == 0;
    List<UUID> ids = new ArrayList<>();
    rooms.byId().forEach((id, room) -> addIf(all || room.hasSubscribers(), ids, id));
    asking = true;
    ask(ids)
        .onFailure(failure -> LOG.lookFailed(failure.getClass().getSimpleName()))
        .onComplete(done -> asking = false);
  }

  private static void addIf(boolean wanted, List<UUID> ids, UUID id) {
    if (wanted) {
      ids.add(id);
    }
  }

  private Future<?> ask(List<UUID> ids) {
    if (ids.isEmpty()) {
      return Future.succeededFuture();
    }
    var some = ids.subList(0, Math.min(TOGETHER, ids.size()));
    return pool.preparedQuery(ASK)
        .execute(Tuple.tuple().addArrayOfUUID(some.toArray(UUID[]::new)))
        .onSuccess(rows -> rows.forEach(this::compare))
        .compose(rows -> ask(ids.subList(some.size(), ids.size())));
  }

  private void compare(Row row) {
    Map<UUID, RoomChannel> known = rooms.byId();
    var room = known.get(row.getUUID(0));
    if (room != null) {
      room.compare(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }
}
