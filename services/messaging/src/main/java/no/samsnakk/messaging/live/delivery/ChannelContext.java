package no.samsnakk.messaging.live.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ServerFrame.RoomPosition;
import no.samsnakk.messaging.live.instance.Lease;
import no.samsnakk.messaging.reading.position.Positions;
import no.samsnakk.messaging.wire.connection.Sockets;

/** What a room needs from the instance it is on. */
@ApplicationScoped
class ChannelContext {
  private final Sockets sockets;
  private final Snapshots snapshots;
  private final Positions positions;
  private final Lease lease;
  private final SeatlessSocketCloser seatlessSockets;
  private final Counter delivered;

  ChannelContext(
      Sockets sockets,
      Snapshots snapshots,
      Positions positions,
      Lease lease,
      SeatlessSocketCloser seatlessSockets,
      MeterRegistry meters) {
    this.sockets = sockets;
    this.snapshots = snapshots;
    this.positions = positions;
    this.lease = lease;
    this.seatlessSockets = seatlessSockets;
    this.delivered = meters.counter("samsnakk.messages.delivered");
  }

  Sockets sockets() {
    return sockets;
  }

  Future<Snapshot> look(UUID roomId, long afterSeq) {
    return snapshots.read(roomId, afterSeq);
  }

  Future<Optional<RoomPosition>> position(UUID personId, UUID roomId) {
    return positions.read(personId, roomId);
  }

  void seatLost(UUID personId) {
    seatlessSockets.lost(personId);
  }

  void delivered() {
    delivered.increment();
  }

  boolean mayDeliver() {
    return lease.holds();
  }
}
