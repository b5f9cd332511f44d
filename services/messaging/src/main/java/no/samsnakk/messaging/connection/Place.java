package no.samsnakk.messaging.connection;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** One person's place for one socket, from the moment its ticket is looked at to its end. */
public final class Place {
  private final SocketPlaces places;
  private final UUID personId;
  private final AtomicBoolean gone = new AtomicBoolean();

  Place(SocketPlaces places, UUID personId) {
    this.places = places;
    this.personId = personId;
  }

  /** Gives it back; the second time nothing happens. */
  public void giveBack() {
    if (gone.compareAndSet(false, true)) {
      places.giveBack(personId);
    }
  }
}
