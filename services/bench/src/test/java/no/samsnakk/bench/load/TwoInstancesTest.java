package no.samsnakk.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import no.samsnakk.bench.stage.Room;
import no.samsnakk.bench.stage.TwoInstances;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People in one room on two real instances of messaging. */
class TwoInstancesTest {
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final Duration DRAINED = Duration.ofSeconds(30);

  @TempDir private static Path folder;
  private static TwoInstances world;
  private static Vertx vertx;
  private Room room;
  private Talker are;
  private Talker vera;

  @BeforeAll
  static void start() throws SQLException {
    world = new TwoInstances(folder);
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close();
    world.close();
  }

  @BeforeEach
  void areIsOnTheFirstAndVeraOnTheSecond() {
    world.bothRun();
    room = world.room();
    are = comes(0, 0, 0);
    vera = comes(1, 1, 0);
  }

  @Test
  void theySeeEachOtherAndGoOnOnTheOtherWhenOneIsKilled() {
    assertEquals(1, are.sends("Hei"));
    vera.sees(1);
    assertEquals(2, vera.sends("Hei, Are"));
    are.sees(2);
    vera.types();
    are.hears("typing", frame -> vera.personId().toString().equals(frame.getString("personId")));
    vera.reads(2);
    are.hears("marked", frame -> vera.personId().toString().equals(frame.getString("personId")));

    var perhapsLost = Ids.next();
    long accepted = are.sends(perhapsLost, "Kom dette fram?");
    world.kill(0);
    vera.sends("Er du der?");
    var areAgain = comes(1, 0, 2);

    assertEquals(accepted, areAgain.sends(perhapsLost, "Kom dette fram?"), "R2: the same answer");
    assertEquals(5, areAgain.sends("Ja"));
    vera.sees(5);
    areAgain.sees(5);
    assertEquals(List.of(3L, 4L, 5L), areAgain.seqs());
    assertEquals(LongStream.rangeClosed(1, 5).boxed().toList(), vera.seqs());
  }

  @Test
  void withKafkaStoppedTheyGoOnAndAllIsToldSoonAfterItIsBack() throws SQLException {
    world.kafkaStops();
    long stopped = System.nanoTime();
    while (isBefore(stopped, STOP)) {
      vera.sees(are.sends("Ser du dette?"));
      are.sees(vera.sends("Ja"));
    }
    assertNotEquals(0, world.unsent(), "Kafka was away");

    world.kafkaIsBack();

    long back = System.nanoTime();
    while (!(world.unsent() == 0 && are.hasHeard("typing")) && isBefore(back, DRAINED)) {
      // Told over Kafka alone, and not twice where it was lost.
      vera.types();
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    assertEquals(0, world.unsent());
    assertTrue(are.hasHeard("typing"));
    var seqs = vera.seqs();
    assertEquals(LongStream.rangeClosed(1, seqs.size()).boxed().toList(), seqs);
    assertEquals(seqs, are.seqs());
  }

  private static boolean isBefore(long start, Duration limit) {
    return System.nanoTime() - start < limit.toNanos();
  }

  private Talker comes(int instance, int person, long afterSeq) {
    var personId = room.people().get(person);
    return Talker.comes(vertx, world.door(instance), personId, room.roomId(), afterSeq);
  }
}
