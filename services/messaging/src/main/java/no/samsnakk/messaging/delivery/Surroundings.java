package no.samsnakk.messaging.delivery;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import no.samsnakk.messaging.connection.Sockets;
import no.samsnakk.messaging.instance.Lease;

/** What a room needs from the instance it is on. */
@ApplicationScoped
class Surroundings {
  private final Sockets sockets;
  private final Snapshots snapshots;
  private final Lease lease;

  Surroundings(Sockets sockets, Snapshots snapshots, Lease lease) {
    this.sockets = sockets;
    this.snapshots = snapshots;
    this.lease = lease;
  }

  Sockets sockets() {
    return sockets;
  }

  Future<Snapshot> look(UUID roomId, long afterSeq) {
    return snapshots.read(roomId, afterSeq);
  }

  boolean mayDeliver() {
    return lease.holds();
  }
}
