package no.samsnakk.bench.load;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.samsnakk.bench.stage.Room;

/** Whose socket it is, and which room it has open, if any. */
public record Seat(UUID personId, Optional<UUID> roomId) {

  /** So many, spread over the rooms and their people; all with their room open. */
  public static List<Seat> in(List<Room> rooms, int count) {
    return IntStream.range(0, count).mapToObj(i -> seat(rooms, i, true)).toList();
  }

  /** So many, spread over the rooms and their people; every other one has its room open. */
  public static List<Seat> halfOfThemIn(List<Room> rooms, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> seat(rooms, i, (i / rooms.size()) % 2 == 0))
        .toList();
  }

  private static Seat seat(List<Room> rooms, int number, boolean open) {
    var room = rooms.get(number % rooms.size());
    var person = room.people().get(number / rooms.size() % room.people().size());
    return new Seat(person, open ? Optional.of(room.roomId()) : Optional.empty());
  }

  boolean hasRoom() {
    return roomId.isPresent();
  }

  /** As it stands in a frame. */
  String room() {
    return roomId.orElseThrow().toString();
  }
}
