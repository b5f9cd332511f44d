package no.samsnakk.messaging.reading.access;

import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samsnakk.contracts.refusal.RefusalCode;

/**
 * Who may do what in a room, as {@code rooms.access_v1} had it at one moment.
 *
 * @param epoch rises with every change (R4), so that of two the one with the higher epoch is true
 */
public record Access(long epoch, Map<UUID, Right> rights) {
  /**
   * The statement that asks rooms for it, up to its joins and conditions; {@code a} is the view.
   * The one place that names its columns.
   */
  public static final String SELECT =
      """
      select a.room_id, a.person_id, a.organisation_id, a.may_read, a.may_write, a.access_epoch,
        a.ended_by
      from rooms.access_v1 a
      """;

  /** Before anything is known: nobody may do anything. */
  public static final Access NONE = new Access(-1, Map.of());

  public Access {
    rights = Map.copyOf(rights);
  }

  /** Nobody may do anything any more. */
  public Access withdrawn() {
    return new Access(epoch, Map.of());
  }

  public boolean mayRead(UUID personId) {
    var right = rights.get(personId);
    return right != null && right.mayRead();
  }

  /** Those who may read. */
  public Set<UUID> readers() {
    return rights.keySet().stream().filter(this::mayRead).collect(Collectors.toUnmodifiableSet());
  }

  public boolean mayWrite(UUID personId) {
    var right = rights.get(personId);
    return right != null && right.mayWrite();
  }

  /** Why she may no longer read: what her screen is closed with. */
  public RefusalCode endOf(UUID personId) {
    var right = rights.get(personId);
    var endedBy = right == null || right.endedBy() == null ? "" : right.endedBy();
    return switch (endedBy) {
      case "CONSENT_WITHDRAWN" -> RefusalCode.CONSENT_WITHDRAWN;
      case "SEAT_REMOVED" -> RefusalCode.SEAT_REMOVED;
      default -> RefusalCode.ACCESS_WITHDRAWN;
    };
  }

  /** Whether what was read says more than this. */
  public boolean isOlderThan(Access read) {
    boolean isTaken = read.epoch() == epoch && !read.readers().containsAll(readers());
    return read.epoch() > epoch || isTaken;
  }

  /**
   * Whether what the database says in short says more than this: at what epoch a room is, -1 where
   * it is nobody's, and how many may read it. A block takes a right from its own commit on, before
   * its visit raises the room's epoch, and however long the visit takes. Nothing gives one back at
   * the same epoch.
   */
  public boolean isOlderThan(long epoch, long readers) {
    if (epoch < 0) {
      return !rights.isEmpty();
    }
    boolean isTaken = epoch == this.epoch && readers < readers().size();
    return epoch > this.epoch || isTaken;
  }

  /** What {@link #SELECT} has found. */
  public static Map<UUID, Access> byRoom(Iterable<Row> rows) {
    Map<UUID, Map<UUID, Right>> rights = new HashMap<>();
    Map<UUID, Long> epochs = new HashMap<>();
    for (Row row : rows) {
      var roomId = row.getUUID(0);
      var right = new Right(row.getUUID(2), row.getBoolean(3), row.getBoolean(4), row.getString(6));
      rights
          .computeIfAbsent(roomId, fresh -> new HashMap<>())
          .merge(row.getUUID(1), right, Right::or);
      epochs.merge(roomId, row.getLong(5), Math::max);
    }
    Map<UUID, Access> access = new HashMap<>();
    rights.forEach(
        (roomId, of) -> access.put(roomId, new Access(epochs.getOrDefault(roomId, 0L), of)));
    return access;
  }
}
