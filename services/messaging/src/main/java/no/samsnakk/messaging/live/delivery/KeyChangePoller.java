package no.samsnakk.messaging.live.delivery;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import no.samsnakk.keys.KeyChanges;

/**
 * Lets this instance take over, every second, which keys were rotated and which rooms were erased:
 * who looks at one of these is told that there is nothing left to see.
 */
@ApplicationScoped
class KeyChangePoller {
  private static final long EVERY_MILLIS = 1_000;

  private final Vertx vertx;
  private final KeyChanges changes;
  private final RoomChannels rooms;
  private boolean asking;

  KeyChangePoller(Vertx vertx, KeyChanges changes, RoomChannels rooms) {
    this.vertx = vertx;
    this.changes = changes;
    this.rooms = rooms;
  }

  void start(@Observes StartupEvent started) {
    vertx.setPeriodic(EVERY_MILLIS, timer -> look());
  }

  private void look() {
    if (asking) {
      return;
    }
    asking = true;
    changes
        .takeOver()
        .onSuccess(erased -> erased.forEach(rooms::erased))
        .onComplete(done -> asking = false);
  }
}
