package no.samsnakk.notifications.reading;

import static java.util.stream.Collectors.joining;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry whose readers are known.
 *
 * @param wakes whom alone of them it wakes; null for a message, which wakes all
 */
public record Readable(
    UUID roomId, long seq, UUID senderId, long accessEpoch, @Nullable List<UUID> wakes) {
  static Readable of(Row row) {
    return new Readable(
        row.getUUID("room_id"),
        row.getLong("seq"),
        row.getUUID("sender_id"),
        row.getLong("access_epoch"),
        wakes(row.getArrayOfUUIDs("wakes")));
  }

  private static @Nullable List<UUID> wakes(UUID @Nullable [] people) {
    return people == null ? null : List.of(people);
  }

  /** Whom alone it wakes, as PostgreSQL writes an array; null where it wakes all. */
  public @Nullable String wakesArray() {
    return wakes == null ? null : array(wakes);
  }

  /** Ids, as PostgreSQL writes an array: of arrays of different lengths it makes none. */
  static String array(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(joining(",", "{", "}"));
  }
}
