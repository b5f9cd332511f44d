package no.samsnakk.messaging.live.delivery;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import no.samsnakk.messaging.wire.connection.CloseCode;
import no.samsnakk.messaging.wire.connection.Sockets;

/**
 * Who has lost the last room that she could read has nothing to listen for: her sockets end, once
 * she has been told of each of her rooms why. That nothing of the room reaches her is not left to
 * this; her subscriptions have ended before (R4).
 */
@ApplicationScoped
class SeatlessSocketCloser {
  /** For the answers that are still under way to her, such as the refusal of a last message. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final String READS_ANY =
      "select exists (select from rooms.access_v1 where person_id = $1 and may_read)";

  private final Vertx vertx;
  private final Pool pool;
  private final Sockets sockets;
  private final RoomChannels rooms;

  SeatlessSocketCloser(Vertx vertx, Pool pool, Sockets sockets, RoomChannels rooms) {
    this.vertx = vertx;
    this.pool = pool;
    this.sockets = sockets;
    this.rooms = rooms;
  }

  /** She may no longer read one of her rooms; the database says whether it was the last. */
  void lost(UUID personId) {
    if (!sockets.of(personId).isEmpty()) {
      vertx.setTimer(GRACE.toMillis(), timer -> endUnlessSheReads(personId));
    }
  }

  private void endUnlessSheReads(UUID personId) {
    pool.preparedQuery(READS_ANY)
        .execute(Tuple.of(personId))
        .onSuccess(rows -> endUnless(rows.iterator().next().getBoolean(0), personId))
        .onFailure(failure -> LOG.lookFailed(failure.getClass().getSimpleName()));
  }

  /** A room that she has lost and has not been told of calls {@link #lost} when she is. */
  private void endUnless(boolean readsAny, UUID personId) {
    if (!readsAny && !rooms.anyHasReader(personId)) {
      sockets.of(personId).forEach(socket -> socket.cut(CloseCode.NO_ROOM_LEFT));
    }
  }
}
