package no.samsnakk.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import no.samsnakk.bench.history.Note;
import no.samsnakk.bench.stage.Door;
import no.samsnakk.bench.stage.Room;

/**
 * All browsers of a run, on one event loop. Package-private methods are for that loop, public ones
 * for whoever conducts the run from outside.
 */
public final class Crowd implements AutoCloseable {
  private static final int AT_A_TIME = 16;
  private static final long COMES_BACK_AFTER_MILLIS = 250;
  private static final long QUIET_MILLIS = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PATIENCE_FOR_A_SOCKET = Duration.ofMillis(150);

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
  private final Sendings sendings = new Sendings();
  private final List<Browser> browsers = new ArrayList<>();
  private final Map<String, Integer> complaints = new TreeMap<>();
  private final List<Room> rooms;
  private final Connector connector;
  private Runnable whenAnswered = () -> {};

  public Crowd(List<Room> rooms, Door door) {
    this.rooms = rooms;
    this.connector = new Connector(vertx, door);
  }

  /** Opens so many more sockets, each with its room; people get a second one when all have one. */
  public void grow(int sockets) {
    onLoop(
        () -> {
          int first = browsers.size();
          for (int i = first; i < first + sockets; i++) {
            browsers.add(browser(i));
          }
          var lanes = new ArrayList<Future<Void>>();
          for (int lane = 0; lane < AT_A_TIME; lane++) {
            lanes.add(openFrom(first + lane));
          }
          return Future.all(lanes).mapEmpty();
        },
        PATIENCE.plus(PATIENCE_FOR_A_SOCKET.multipliedBy(sockets)));
  }

  /** What was noted so far, in the order of time. Only when nothing is on its way any more. */
  public List<Note> notes() {
    return onLoop(() -> Future.succeededFuture(List.copyOf(sendings.notes())));
  }

  /** What clients did not like, and how often: refusals, errors, sockets that were cut off. */
  public Map<String, Integer> complaints() {
    return onLoop(() -> Future.succeededFuture(new TreeMap<>(complaints)));
  }

  /** Waits until every send is answered and nothing more is delivered. */
  void settle() {
    onLoop(() -> quiet(-1));
  }

  List<Browser> browsers() {
    return browsers;
  }

  Connector connector() {
    return connector;
  }

  Sendings sendings() {
    return sendings;
  }

  void whenAnswered(Runnable action) {
    whenAnswered = action;
  }

  void answered() {
    whenAnswered.run();
  }

  void complain(String what) {
    complaints.merge(what, 1, Integer::sum);
  }

  void later(Runnable action) {
    vertx.setTimer(COMES_BACK_AFTER_MILLIS, timer -> action.run());
  }

  /** Does it on the loop, without waiting. */
  void run(Runnable action) {
    vertx.nettyEventLoopGroup().execute(action);
  }

  /** Does it on the loop, and waits for what it promises. */
  <T> T onLoop(Supplier<Future<T>> action) {
    return onLoop(action, PATIENCE);
  }

  private <T> T onLoop(Supplier<Future<T>> action, Duration patience) {
    Promise<T> done = Promise.promise();
    vertx.runOnContext(go -> action.get().onComplete(done));
    try {
      return done.future()
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(patience.toSeconds(), TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the sockets do not do what they should", e.getCause());
    }
  }

  @Override
  public void close() {
    onLoop(() -> Future.join(browsers.stream().map(Browser::leave).toList()).otherwiseEmpty());
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Browser browser(int number) {
    var room = rooms.get(number % rooms.size());
    var person = room.people().get(number / rooms.size() % room.people().size());
    return new Browser(number, person, room.roomId(), this);
  }

  private Future<Void> openFrom(int number) {
    return number >= browsers.size()
        ? Future.succeededFuture()
        : browsers.get(number).open().compose(opened -> openFrom(number + AT_A_TIME));
  }

  private Future<Void> quiet(int notesBefore) {
    boolean answered = browsers.stream().allMatch(browser -> browser.inFlight() == 0);
    int notesNow = sendings.notes().size();
    if (answered && notesNow == notesBefore) {
      return Future.succeededFuture();
    }
    Promise<Void> again = Promise.promise();
    vertx.setTimer(QUIET_MILLIS, timer -> quiet(notesNow).onComplete(again));
    return again.future();
  }
}
