package no.samsnakk.messaging.reading.entry;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<UUID, List<StoredCorrection>> corrections;
  private final RoomCiphers ciphers;
  private final Map<UUID, Corrections> opened = new ConcurrentHashMap<>();

  RoomsRead(
      Map<UUID, Access> access,
      Map<UUID, Long> lastSeq,
      List<SealedEntry> stored,
      List<StoredCorrection> corrections,
      RoomCiphers ciphers) {
    this.access = access;
    this.lastSeq = lastSeq;
    this.stored = stored.stream().collect(groupingBy(SealedEntry::roomId));
    this.corrections = corrections.stream().collect(groupingBy(it -> it.entry().roomId()));
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

  /**
   * What was asked for of a room, ascending, opened and as it is shown to somebody; nothing where
   * its key is not at hand.
   *
   * @param personId to whom
   */
  public List<Entry> opened(UUID roomId, UUID personId) {
    var cipher = ciphers.get(roomId);
    if (cipher == null) {
      return List.of();
    }
    return stored(roomId).stream()
        .map(entry -> corrections(roomId, cipher).shown(entry.open(cipher), personId))
        .toList();
  }

  /**
   * One of these as it is shown to several, none of whom may see what she has not read; null where
   * its room's key is not at hand. From any thread.
   */
  public @Nullable Entry openedForSeveral(SealedEntry entry) {
    var cipher = ciphers.get(entry.roomId());
    return cipher == null
        ? null
        : corrections(entry.roomId(), cipher).shown(entry.open(cipher), null);
  }

  private Corrections corrections(UUID roomId, RoomCipher cipher) {
    return opened.computeIfAbsent(
        roomId,
        first ->
            new Corrections(
                corrections.getOrDefault(roomId, List.of()).stream()
                    .map(it -> new Corrections.Found(it.entry().open(cipher), it.about()))
                    .toList()));
  }
}
