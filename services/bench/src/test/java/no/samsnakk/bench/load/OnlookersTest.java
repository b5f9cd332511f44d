package no.samsnakk.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.bench.stage.Room;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who only look come, come back, and notice what they were not shown. */
class OnlookersTest {
  private final List<Room> rooms = List.of(room(), room());
  private final ToyServer server = new ToyServer();
  private final Crowd crowd = new Crowd(rooms, server.door());
  private final Onlookers onlookers = Onlookers.at(server.door());

  @AfterEach
  void stop() {
    onlookers.close();
    crowd.close();
    server.close();
  }

  @Test
  void everyOtherIdleSocketHasItsRoomOpen() {
    var seats = Seat.halfOfThemIn(rooms, 20);

    assertEquals(10, seats.stream().filter(Seat::hasRoom).count());
    assertEquals(10, seats.stream().map(Seat::personId).distinct().count());
  }

  @Test
  void afterAStormEverybodyIsBackOnceAndIsTimedFromTheCut() {
    onlookers.come(Seat.halfOfThemIn(rooms, 20));

    var back = onlookers.storm();

    assertEquals(20, back.each().count());
    assertEquals(20, onlookers.fate().here());
    assertEquals(40, server.arrivals());
    // A histogram rounds by a thousandth.
    assertTrue(back.each().max() <= back.all().toMillis() * 1.01 + 1, back::toString);
  }

  @Test
  void whoComesBackGoesOnAfterTheLastMessageItHas() {
    crowd.grow(10);
    new Steady(crowd).run(20, Duration.ofSeconds(1));
    onlookers.come(Seat.in(rooms, 10));

    onlookers.storm();

    assertEquals(10, onlookers.fate().wentOn());
    assertEquals(0, onlookers.complaints().getOrDefault(Onlookers.UNTOLD, 0));
  }

  @Test
  void aMessageThatIsLeftOutSilentlyIsNoticed() {
    crowd.grow(10);
    new Steady(crowd).run(20, Duration.ofSeconds(1));
    onlookers.come(Seat.in(rooms, 10));
    onlookers.stopReading();
    new Steady(crowd).run(20, Duration.ofSeconds(1));
    server.forgets();

    onlookers.storm();

    assertEquals(10, onlookers.complaints().get(Onlookers.UNTOLD));
  }

  @Test
  void everyOpeningIsTimedFromWhenItWasDue() {
    onlookers.come(Seat.in(rooms, 10));

    var times = onlookers.look(50, 100);

    assertEquals(50, times.count());
  }

  @Test
  void whoHasNotReadForAWhileReadsOn() {
    crowd.grow(10);
    onlookers.come(Seat.in(rooms, 10));
    onlookers.stopReading();
    new Steady(crowd).run(20, Duration.ofSeconds(1));

    onlookers.readOn();

    assertEquals(new Onlookers.Fate(10, 0, 0, 0), onlookers.fate());
    assertEquals(0, onlookers.complaints().size());
  }

  private static Room room() {
    return new Room(UUID.randomUUID(), Stream.generate(UUID::randomUUID).limit(5).toList());
  }
}
