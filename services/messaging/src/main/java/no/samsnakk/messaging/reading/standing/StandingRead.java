package no.samsnakk.messaging.reading.standing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.keys.RoomCiphers;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.entry.SealedEntry;

/**
 * What {@link StandingReader} has found, all of it at one moment, those first that come before
 * others where there are too many.
 */
public final class StandingRead {
  private final List<SealedEntry> stored;
  private final Map<UUID, Access> access;
  private final RoomCiphers ciphers;
  private final boolean all;

  StandingRead(
      List<SealedEntry> stored, Map<UUID, Access> access, RoomCiphers ciphers, boolean all) {
    this.stored = stored;
    this.access = access;
    this.ciphers = ciphers;
    this.all = all;
  }

  /** Whether there are no others. */
  public boolean isAll() {
    return all;
  }

  /** All of a kind; nothing of one that does not open, or whose room's key is not at hand. */
  public <P> List<Optional<Said<P>>> said(String kind, Class<P> payload) {
    return stored.stream()
        .filter(entry -> entry.envelope().kind().equals(kind))
        .map(entry -> said(entry, payload))
        .toList();
  }

  private <P> Optional<Said<P>> said(SealedEntry entry, Class<P> payload) {
    var of = access.getOrDefault(entry.roomId(), Access.NONE);
    return Optional.ofNullable(ciphers.get(entry.roomId()))
        .map(entry::open)
        .flatMap(opened -> Said.of(opened, payload, of));
  }
}
