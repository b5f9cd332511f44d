package no.samsnakk.messaging.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.messaging.limits.Limits;

/**
 * The places that each person has for sockets on this instance. One is taken before anything is
 * waited for: who shows forty tickets at once gets as many sockets as who shows them one by one.
 */
@ApplicationScoped
public class SocketPlaces {
  private final Limits limits;
  private final Map<UUID, Integer> taken = new HashMap<>();

  SocketPlaces(Limits limits) {
    this.limits = limits;
  }

  /** Takes a place, if the person has one left. */
  public synchronized Optional<Place> take(UUID personId) {
    int before = taken.getOrDefault(personId, 0);
    if (before >= limits.socketsPerPerson()) {
      return Optional.empty();
    }
    taken.put(personId, before + 1);
    return Optional.of(new Place(this, personId));
  }

  synchronized void giveBack(UUID personId) {
    taken.computeIfPresent(personId, (id, now) -> now == 1 ? null : now - 1);
  }
}
