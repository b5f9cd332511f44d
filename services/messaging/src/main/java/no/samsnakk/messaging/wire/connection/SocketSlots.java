package no.samsnakk.messaging.wire.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.messaging.wire.limits.Limits;

/**
 * The places that each person has for sockets on this instance. One is taken before anything is
 * waited for: who shows forty tickets at once gets as many sockets as who shows them one by one.
 */
@ApplicationScoped
public class SocketSlots {
  /** So many of one person's may be on their way out again at once. */
  private static final int LEAVING = 2;

  private final Limits limits;
  private final Map<UUID, Integer> taken = new HashMap<>();
  private final Map<UUID, Integer> leaving = new HashMap<>();

  SocketSlots(Limits limits) {
    this.limits = limits;
  }

  /** Takes a place, if the person has one left. */
  public Optional<SocketSlot> take(UUID personId) {
    return take(taken, limits.socketsPerPerson(), personId);
  }

  /** Takes one for a socket that is let in only to hear that it is one too many. */
  public Optional<SocketSlot> takeToLeave(UUID personId) {
    return take(leaving, LEAVING, personId);
  }

  private synchronized Optional<SocketSlot> take(Map<UUID, Integer> of, int most, UUID personId) {
    int before = of.getOrDefault(personId, 0);
    if (before >= most) {
      return Optional.empty();
    }
    of.put(personId, before + 1);
    return Optional.of(new SocketSlot(() -> giveBack(of, personId)));
  }

  private synchronized void giveBack(Map<UUID, Integer> of, UUID personId) {
    of.computeIfPresent(personId, (id, now) -> now == 1 ? null : now - 1);
  }
}
