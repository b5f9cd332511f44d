package no.samsnakk.messaging.reading.entry;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.keys.RoomCipher;
import no.samsnakk.keys.RoomCiphers;
import no.samsnakk.messaging.reading.access.Access;
import org.jspecify.annotations.Nullable;

/** What {@link EntryReader} has found of some rooms, all of it at one moment. */
public final class RoomsRead {
  private final Map<UUID, Access> access;
  private final Map<UUID, Long> lastSeq;
  private final Map<UUID, List<SealedEntry>> stored;
  private final RoomCiphers ciphers;

  RoomsRead(
      Map<UUID, Access> access,
      Map<UUID, Long> lastSeq,
      List<SealedEntry> stored,
      RoomCiphers ciphers) {
    this.access = access;
    this.lastSeq = lastSeq;
    this.stored = stored.stream().collect(groupingBy(SealedEntry::roomId));
    this.ciphers = ciphers;
  }

  /** Whether a room's texts can be opened. */
  public enum Openness {
    OPEN,
    /** Its key was destroyed: nobody opens them any more. */
    ERASED,
    /** Its key does not open here; the operator has been told. */
    LOCKED
  }

  public Openness openness(UUID roomId) {
    if (ciphers.erased().contains(roomId)) {
      return Openness.ERASED;
    }
    return ciphers.locked().contains(roomId) ? Openness.LOCKED : Openness.OPEN;
  }

  /** Everybody's access to a room; {@link Access#NONE} where nobody may do anything in it. */
  public Access access(UUID roomId) {
    return access.getOrDefault(roomId, Access.NONE);
  }

  /** How far a room has come; 0 where nothing is said there yet. */
  public long lastSeq(UUID roomId) {
    return lastSeq.getOrDefault(roomId, 0L);
  }

  /** What was asked for of a room, ascending, as it is stored. */
  public List<SealedEntry> stored(UUID roomId) {
    return stored.getOrDefault(roomId, List.of());
  }

  /** The room's cipher; none where its key is not at hand. */
  public @Nullable RoomCipher cipher(UUID roomId) {
    return ciphers.get(roomId);
  }

  /** What was asked for of a room, ascending, opened; nothing where its key is not at hand. */
  public List<Entry> opened(UUID roomId) {
    var cipher = ciphers.get(roomId);
    return cipher == null
        ? List.of()
        : stored(roomId).stream().map(entry -> entry.open(cipher)).toList();
  }
}
