package no.samsnakk.bench.fault;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import no.samsnakk.bench.people.People;
import no.samsnakk.bench.stage.AccessTable;
import no.samsnakk.bench.stage.Room;

/**
 * Takes people's access away and gives it back, all the while (R4). Each change is tried until it
 * has been answered; what is noted is the epoch of the answer.
 */
final class AccessChanges {
  private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(250);
  private static final int MOST_TRIES = 240;

  private final List<Room> rooms;
  private final AccessTable table;
  private final People people;
  private final RandomGenerator random;
  private final Map<UUID, Taken> taken = new HashMap<>();
  private volatile boolean going = true;
  private int count;

  /** Whose access to a room is taken, and how it comes back. */
  private sealed interface Taken {
    record Seat(UUID person) implements Taken {}

    record Consent() implements Taken {}
  }

  AccessChanges(List<Room> rooms, AccessTable table, People people, RandomGenerator random) {
    this.rooms = rooms;
    this.table = table;
    this.people = people;
    this.random = random;
  }

  /** Changes something every second or two, until it is stopped; then everyone has access again. */
  void run() {
    while (going) {
      change(rooms.get(random.nextInt(rooms.size())));
      Breaker.pause(Duration.ofMillis(random.nextLong(800, 2_500)));
    }
    rooms.forEach(this::giveBack);
  }

  void stop() {
    going = false;
  }

  int count() {
    return count;
  }

  private void change(Room room) {
    if (taken.containsKey(room.roomId())) {
      giveBack(room);
    } else if (random.nextInt(3) == 0) {
      withdraw(room);
    } else {
      remove(room, helpers(room).get(random.nextInt(helpers(room).size())));
    }
  }

  private void remove(Room room, UUID person) {
    long epoch = untilAnswered(() -> table.remove(room.roomId(), person));
    people.accessEnded(room.roomId(), List.of(person), epoch);
    taken.put(room.roomId(), new Taken.Seat(person));
  }

  private void withdraw(Room room) {
    long epoch = untilAnswered(() -> table.withdraw(room.roomId()));
    people.accessEnded(room.roomId(), helpers(room), epoch);
    taken.put(room.roomId(), new Taken.Consent());
  }

  private void giveBack(Room room) {
    var id = room.roomId();
    switch (taken.remove(id)) {
      case null -> {}
      case Taken.Seat(UUID person) -> {
        people.accessGiven(id, List.of(person));
        untilAnswered(() -> table.giveBack(id, person));
      }
      case Taken.Consent consent -> {
        people.accessGiven(id, helpers(room));
        untilAnswered(() -> table.consent(id));
      }
    }
  }

  private interface Change {
    long make() throws SQLException;
  }

  private long untilAnswered(Change change) {
    count++;
    for (int tries = 1; ; tries++) {
      try {
        return change.make();
      } catch (SQLException e) {
        if (tries == MOST_TRIES) {
          throw new IllegalStateException("a change of access was never answered", e);
        }
        Breaker.pause(TRY_AGAIN_AFTER);
      }
    }
  }

  private static List<UUID> helpers(Room room) {
    return room.people().subList(1, room.people().size());
  }
}
