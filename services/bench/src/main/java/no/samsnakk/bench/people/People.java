package no.samsnakk.bench.people;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import no.samsnakk.bench.history.Freshness;
import no.samsnakk.bench.history.Interval;
import no.samsnakk.bench.history.Note;
import no.samsnakk.bench.history.Reading;
import no.samsnakk.bench.load.Connector;
import no.samsnakk.bench.measure.Latency;
import no.samsnakk.bench.stage.Door;
import no.samsnakk.bench.stage.Room;

/** Everyone of every room, each with one socket. From any thread; they themselves live on one. */
public final class People implements AutoCloseable {
  private static final long RELOADS_EVERY = 700;
  private static final int READS = 4;
  private static final Duration READS_AGAIN_AFTER = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Diary diary = new Diary();
  private final List<Person> people = new ArrayList<>();
  private final List<Connector> instances;
  private final SplittableRandom random;
  private long writing;

  /**
   * @param doors of each instance
   * @param random who writes, and who reloads her page
   */
  public People(List<Room> rooms, List<Door> doors, SplittableRandom random) {
    this.instances = doors.stream().map(door -> new Connector(vertx, door)).toList();
    this.random = random;
    for (Room room : rooms) {
      for (UUID person : room.people()) {
        people.add(new Person(vertx, instances, people.size(), person, room.roomId(), diary));
      }
    }
  }

  /** Everyone comes, and opens her room. */
  public void come() {
    onLoop(
        () -> {
          people.forEach(Person::come);
          return true;
        });
  }

  /** They begin to write, so many messages a second in all, and now and then one reloads. */
  public void takeUpPens(int perSecond) {
    onLoop(
        () -> {
          writing = vertx.setPeriodic(1_000 / perSecond, timer -> anyone().write());
          vertx.setPeriodic(RELOADS_EVERY, timer -> anyone().move());
          return true;
        });
  }

  /** Nobody writes any more; what is written goes on until it is answered. */
  public void putDownPens() {
    onLoop(() -> vertx.cancelTimer(writing));
  }

  /** An instance has just been killed. */
  public void killed(int instance) {
    onLoop(
        () -> {
          people.forEach(person -> person.killed(instance));
          return true;
        });
  }

  /** Notes that access has ended for one person, or for all but the patient where none is named. */
  public void accessEnded(UUID roomId, List<UUID> whose, long epoch) {
    noteEach(roomId, whose, viewer -> new Note.AccessEnded(viewer, roomId, epoch));
  }

  /** Notes that they are about to get it again. */
  public void accessGiven(UUID roomId, List<UUID> whose) {
    noteEach(roomId, whose, viewer -> new Note.AccessGiven(viewer, roomId));
  }

  private interface ByViewer {
    Note note(int viewer);
  }

  private void noteEach(UUID roomId, List<UUID> whose, ByViewer by) {
    onLoop(
        () -> {
          for (int viewer = 0; viewer < people.size(); viewer++) {
            var person = people.get(viewer);
            if (person.roomId().equals(roomId) && whose.contains(person.personId())) {
              diary.note(by.note(viewer));
            }
          }
          return true;
        });
  }

  /**
   * Waits until everyone has her room before her as far as it goes, and everything that was written
   * is answered.
   *
   * @return how many have not, when time is up
   */
  public long settle(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    long unsettled = onLoop(this::unsettled);
    while (unsettled > 0 && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(100_000_000);
      unsettled = onLoop(this::unsettled);
    }
    return unsettled;
  }

  private long unsettled() {
    Map<UUID, Long> lastSeq = new HashMap<>();
    people.forEach(person -> lastSeq.merge(person.roomId(), person.last(), Math::max));
    return people.stream()
        .filter(person -> !person.isSettled(lastSeq.getOrDefault(person.roomId(), 0L)))
        .count();
  }

  /**
   * What each has built up, beside what a fresh client reads then. Where they differ, something may
   * be on its way: only what still differs after a while is different.
   */
  public List<Reading> readings() {
    var readings = new ArrayList<Reading>();
    for (int viewer = 0; viewer < people.size(); viewer++) {
      var reading = reading(viewer);
      for (int tries = 1; tries < READS && !Freshness.check(List.of(reading)).isEmpty(); tries++) {
        LockSupport.parkNanos(READS_AGAIN_AFTER.toNanos());
        reading = reading(viewer);
      }
      readings.add(reading);
    }
    return readings;
  }

  private Reading reading(int viewer) {
    var person = people.get(viewer);
    var built = onLoop(person::built);
    var reader = new FreshReader(instances.get(viewer % instances.size()), person.personId());
    long about = built.isEmpty() ? 0 : built.lastKey();
    var fresh = reader.read(person.roomId(), about).toCompletionStage().toCompletableFuture();
    return new Reading(viewer, person.roomId(), built, join(fresh));
  }

  /** Who each viewer is. */
  public Map<Integer, UUID> byViewer() {
    Map<Integer, UUID> byViewer = new HashMap<>();
    people.forEach(person -> byViewer.put(byViewer.size(), person.personId()));
    return byViewer;
  }

  /** Everything that was noted so far, in the order of time. */
  public List<Note> notes() {
    return onLoop(diary::notes);
  }

  /** What anybody was told that somebody has read. */
  public Set<Interval> toldRead() {
    return onLoop(diary::toldRead);
  }

  /** What anybody was told that has reached somebody. */
  public Set<Interval> toldReceived() {
    return onLoop(diary::toldReceived);
  }

  /** How often what was heard that is no message and no answer. */
  public Map<String, Integer> heard() {
    return onLoop(diary::heard);
  }

  /** How long it took those whose instance was killed to see their room again. */
  public Latency back() {
    return onLoop(() -> Latency.of(diary.back()));
  }

  /** From now on it is timed how long messages take to the others. */
  public void hearAnew() {
    onLoop(
        () -> {
          diary.hearing().anew();
          return true;
        });
  }

  /** How long they took since then. */
  public Delivery delivery() {
    return onLoop(diary.hearing()::delivery);
  }

  /** Messages accepted so far. */
  public long accepted() {
    return onLoop(diary::accepted);
  }

  private Person anyone() {
    return people.get(random.nextInt(people.size()));
  }

  private <T> T onLoop(Supplier<T> action) {
    var done = new CompletableFuture<T>();
    vertx.runOnContext(
        go -> {
          try {
            done.complete(action.get());
          } catch (RuntimeException e) {
            done.completeExceptionally(e);
          }
        });
    return join(done);
  }

  private static <T> T join(CompletableFuture<T> done) {
    return done.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Everyone leaves in order: their views end in the log. */
  public void leave() {
    onLoop(
        () -> {
          people.forEach(Person::go);
          return true;
        });
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
