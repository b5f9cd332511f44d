package no.samsnakk.rooms.room;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in the list of somebody's rooms, the last changed first: right after the room with this
 * id, as it was then. A room that changes meanwhile goes to the front, and moves no place.
 */
public record PlaceInList(Instant changedAt, UUID roomId) {
  /** Before the first room. */
  public static final PlaceInList START =
      new PlaceInList(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

  static PlaceInList after(Room room) {
    return new PlaceInList(room.changedAt(), room.roomId());
  }

  /** Nothing if it is none. */
  public static Optional<PlaceInList> parse(String text) {
    int between = text.indexOf('_');
    try {
      return between < 0
          ? Optional.empty()
          : Optional.of(
              new PlaceInList(
                  Instant.parse(text.substring(0, between)),
                  UUID.fromString(text.substring(between + 1))));
    } catch (DateTimeException | IllegalArgumentException notOfOurs) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return changedAt + "_" + roomId;
  }
}
