package no.samsnakk.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import no.samsnakk.bench.measure.Latency;
import no.samsnakk.bench.stage.Door;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Many sockets that only look, on an event loop of their own. */
public final class Onlookers implements AutoCloseable {
  /** What is complained of when messages were left out and no frame said so (R3). */
  public static final String UNTOLD = "a gap that nobody told of";

  private static final int AT_A_TIME = 32;
  private static final int TEN_MINUTES_IN_MICROS = 600_000_000;
  private static final long LOOK_AGAIN_MILLIS = 20;

  private final Loop loop = new Loop();
  private final List<Onlooker> all = new ArrayList<>();
  private final Map<String, Integer> complaints = new TreeMap<>();
  private final Connector connector;
  private Histogram times = histogram();
  private long waiting;
  private int cutOff;
  private int wentOn;
  private int toldOfGap;

  private Onlookers(Door door, boolean holdingLittle) {
    this.connector =
        holdingLittle
            ? Connector.holdingLittle(loop.vertx(), door)
            : new Connector(loop.vertx(), door);
  }

  /** With the network's usual buffers. */
  public static Onlookers at(Door door) {
    return new Onlookers(door, false);
  }

  /** With small ones, so that the server soon notices who does not read. */
  public static Onlookers holdingLittle(Door door) {
    return new Onlookers(door, true);
  }

  /** Takes these seats, and waits until everyone is there. */
  public void come(List<Seat> seats) {
    loop.get(
        () -> {
          int first = all.size();
          seats.forEach(seat -> all.add(new Onlooker(seat, this)));
          return Lanes.all(AT_A_TIME, first, all.size(), i -> all.get(i).come());
        },
        Loop.patience(seats.size()));
  }

  /**
   * Everybody back after all were cut.
   *
   * @param each from the cut until that one was there again
   * @param all from the cut until the last one was
   */
  public record Return(Latency each, Duration all) {}

  /** Cuts all of them at once without a goodbye; all come back at once, with fresh tickets. */
  public Return storm() {
    return loop.get(
        () -> {
          long start = System.nanoTime();
          times = histogram();
          all.forEach(Onlooker::cut);
          var back =
              all.stream()
                  .map(one -> one.come().onSuccess(here -> record(System.nanoTime() - start)))
                  .toList();
          return Future.all(back)
              .map(
                  here ->
                      new Return(Latency.of(times), Duration.ofNanos(System.nanoTime() - start)));
        },
        Loop.patience(all.size()));
  }

  /** Nothing happens for so long. */
  public void leaveAlone(Duration time) {
    Loop.waitUntil(System.nanoTime() + time.toNanos());
  }

  /** Opens rooms at this rate, each timed from when it was due, until its first screen is there. */
  public Latency look(int openings, int perSecond) {
    loop.get(() -> Future.succeededFuture(times = histogram()));
    long start = System.nanoTime();
    for (int i = 0; i < openings; i++) {
      var one = all.get(i % all.size());
      long due = start + i * 1_000_000_000L / perSecond;
      Loop.waitUntil(due);
      loop.run(
          () -> {
            waiting++;
            one.look(due);
          });
    }
    return loop.get(() -> until(() -> waiting == 0).map(done -> Latency.of(times)));
  }

  public void stopReading() {
    loop.get(() -> done(() -> all.forEach(Onlooker::stopReading)));
  }

  /** How long it took until everyone who had been cut off was back. */
  public Duration readOn() {
    long start = System.nanoTime();
    loop.get(() -> done(() -> all.forEach(Onlooker::readOn)));
    loop.get(() -> until(() -> all.stream().allMatch(Onlooker::isHere)));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * What became of them so far.
   *
   * @param here that are open now
   * @param cutOff times that the server or the network ended one
   * @param wentOn that came back to a room and missed nothing
   * @param toldOfGap that came back and were told to fetch from history what lies between
   */
  public record Fate(int here, int cutOff, int wentOn, int toldOfGap) {}

  public Fate fate() {
    return loop.get(
        () -> {
          int here = (int) all.stream().filter(Onlooker::isHere).count();
          return Future.succeededFuture(new Fate(here, cutOff, wentOn, toldOfGap));
        });
  }

  /** What they did not like, and how often. */
  public Map<String, Integer> complaints() {
    return loop.get(() -> Future.succeededFuture(new TreeMap<>(complaints)));
  }

  Connector connector() {
    return connector;
  }

  void later(long millis, Runnable action) {
    loop.later(millis, action);
  }

  void complain(String what) {
    complaints.merge(what, 1, Integer::sum);
  }

  void opened(long nanos) {
    waiting--;
    record(nanos);
  }

  void cutOff(@Nullable Short status) {
    cutOff++;
    complain("an onlooker was cut off with " + status);
  }

  void wentOn(boolean hadSome) {
    wentOn += hadSome ? 1 : 0;
  }

  void toldOfGap(boolean hadSome) {
    toldOfGap += hadSome ? 1 : 0;
  }

  @Override
  public void close() {
    loop.get(() -> Future.join(all.stream().map(Onlooker::leave).toList()).otherwiseEmpty());
    loop.close();
  }

  private void record(long nanos) {
    times.recordValue(Math.clamp(nanos / 1000, 0, TEN_MINUTES_IN_MICROS));
  }

  private static Histogram histogram() {
    return new Histogram(TEN_MINUTES_IN_MICROS, 3);
  }

  private static Future<Void> done(Runnable action) {
    action.run();
    return Future.succeededFuture();
  }

  /** Looked at again and again on the loop, where it becomes true. */
  private Future<Void> until(BooleanSupplier condition) {
    if (condition.getAsBoolean()) {
      return Future.succeededFuture();
    }
    Promise<Void> again = Promise.promise();
    loop.later(LOOK_AGAIN_MILLIS, () -> until(condition).onComplete(again));
    return again.future();
  }
}
