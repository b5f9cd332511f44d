package no.samsnakk.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samsnakk.bench.history.Checker;
import no.samsnakk.bench.stage.Room;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load generator sends what it should, when it should, and measures what it says. */
class CrowdTest {
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final ToyServer server = new ToyServer();
  private final Crowd crowd = new Crowd(rooms(4), server.door());

  @BeforeEach
  void everyoneIsThere() {
    crowd.grow(20);
  }

  @AfterEach
  void stop() {
    crowd.close();
    server.close();
  }

  @Test
  void everyMessageReachesTheFourOthersOfItsRoomAndIsCountedOnce() {
    var served = new Steady(crowd).run(100, A_SECOND);

    assertEquals(100, served.sent());
    assertEquals(100, served.accepted());
    assertEquals(400, served.delivery().count());
    assertEquals(100, served.acceptance().count());
    assertEquals(Map.of(), crowd.complaints());
  }

  @Test
  void oneInFiveIsAQuestionItsAnswerOrAShortAnswer() {
    var served = new Steady(crowd).runMixed(100, A_SECOND, 5);

    assertEquals(100, served.accepted());
    assertEquals(400, served.delivery().count());
    assertEquals(Map.of(), crowd.complaints());
    int messages = server.kinds().getOrDefault("TEXT", 0);
    assertTrue(messages >= 80 && messages <= 85, () -> server.kinds().toString());
    assertTrue(server.kinds().containsKey("QUESTION"));
  }

  @Test
  void whatWasNotedAndWhatIsKeptPassTheChecker() {
    new Steady(crowd).run(100, A_SECOND);
    new FlatOut(crowd).run(8, A_SECOND);

    assertEquals(List.of(), Checker.check(crowd.notes(), server.kept()));
  }

  @Test
  void aServerThatStallsIsChargedForEveryoneWhoWouldHaveWaited() {
    server.stallAt(20, Duration.ofMillis(500));

    var served = new Steady(crowd).run(100, A_SECOND);

    // Some fifty messages were due while it stood still: with coordinated omission it would be one.
    assertEquals(100, served.sent());
    assertTrue(served.delivery().max() >= 450, () -> "max " + served.delivery().max());
    assertTrue(served.acceptance().p50() < 450, () -> "p50 " + served.acceptance().p50());
    assertTrue(served.acceptance().p95() >= 350, () -> "p95 " + served.acceptance().p95());
  }

  @Test
  void asFastAsItGoesIsFasterThanSlow() {
    var served = new FlatOut(crowd).run(8, A_SECOND);

    assertTrue(served.accepted() > 100, () -> "accepted " + served.accepted());
    assertEquals(served.sent(), served.accepted());
    assertTrue(served.delivery().count() == 4 * served.accepted());
  }

  @Test
  void socketsOnTopAreMorePeopleAtTheSameTable() {
    crowd.grow(20);

    var served = new Steady(crowd).run(50, A_SECOND);

    assertEquals(50 * 9, served.delivery().count());
  }

  private static List<Room> rooms(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Room(UUID.randomUUID(), Stream.generate(UUID::randomUUID).limit(5).toList()))
        .toList();
  }
}
