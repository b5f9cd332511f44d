package no.samsnakk.bench.load;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import no.samsnakk.bench.stage.Room;

/**
 * An open loop: messages are sent when they are due, however slowly the earlier ones are answered,
 * and each is timed from the moment it was due. So a server that stalls is charged for everyone who
 * would have waited (no coordinated omission), and so is a load generator that is late.
 */
public final class Steady {
  private static final long HEAD_START_NANOS = 50_000_000;

  private final Crowd crowd;
  private final List<Browser> senders;
  private final SplittableRandom random = new SplittableRandom(7);

  public Steady(Crowd crowd) {
    this(crowd, crowd.browsers());
  }

  private Steady(Crowd crowd, List<Browser> senders) {
    this.crowd = crowd;
    this.senders = senders;
  }

  /** The same by those alone who have one of these rooms open. */
  public Steady into(List<Room> rooms) {
    return new Steady(crowd, crowd.browsersIn(rooms));
  }

  /** Sends at this rate for so long, waits for what is on its way, and says what became of it. */
  public Served run(int perSecond, Duration time) {
    return run(perSecond, time, (i, due) -> someone(senders).send(due));
  }

  /** The same, and one message in every so many is a long one into one of the loud rooms. */
  public Served run(int perSecond, Duration time, List<Room> loud, int oneIn) {
    var loudOnes = crowd.browsersIn(loud);
    return run(
        perSecond,
        time,
        (i, due) -> {
          if (i % oneIn == 0) {
            someone(loudOnes).send(due, Text.LONG);
          } else {
            someone(senders).send(due);
          }
        });
  }

  /** The same, and one in every so many is no message: a question, an answer, a short answer. */
  public Served runMixed(int perSecond, Duration time, int oneIn) {
    return run(
        perSecond,
        time,
        (i, due) -> {
          if (i % oneIn == 0) {
            someone(senders).amend(due);
          } else {
            someone(senders).send(due);
          }
        });
  }

  /** Sends message number {@code i} of the run, which is due at that moment. */
  private interface Turn {
    void send(long i, long dueNanos);
  }

  private Served run(int perSecond, Duration time, Turn turn) {
    var counts = crowd.onLoop(() -> Future.succeededFuture(crowd.sendings().begin()));
    long messages = perSecond * time.toSeconds();
    long start = System.nanoTime() + HEAD_START_NANOS;
    for (long i = 0; i < messages; i++) {
      long number = i;
      long due = start + i * 1_000_000_000L / perSecond;
      Loop.waitUntil(due);
      crowd.run(() -> turn.send(number, due));
    }
    crowd.settle();
    return Served.of(counts, time, counts.accepted);
  }

  private Browser someone(List<Browser> of) {
    return of.get(random.nextInt(of.size()));
  }
}
