package no.samsnakk.keys;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What there is to open the texts of some rooms with. A room without a message is in none of them.
 *
 * @param open of the rooms whose key is at hand
 * @param erased rooms whose key was destroyed: nobody opens their texts any more
 * @param locked rooms whose key does not open here; the operator has been told
 */
public record RoomCiphers(Map<UUID, RoomCipher> open, Set<UUID> erased, Set<UUID> locked) {
  public RoomCiphers {
    open = Map.copyOf(open);
    erased = Set.copyOf(erased);
    locked = Set.copyOf(locked);
  }

  public @Nullable RoomCipher get(UUID roomId) {
    return open.get(roomId);
  }
}
