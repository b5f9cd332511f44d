package no.samsnakk.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.samsnakk.bench.history.Note;
import no.samsnakk.bench.stage.Door;
import no.samsnakk.bench.stage.Room;

/**
 * All browsers of a run that write, on one event loop. Package-private methods are for that loop,
 * public ones for whoever conducts the run from outside.
 */
public final class Crowd implements AutoCloseable {
  private static final int AT_A_TIME = 16;
  private static final long COMES_BACK_AFTER_MILLIS = 250;
  private static final long QUIET_MILLIS = 500;

  private final Loop loop = new Loop();
  private final Sendings sendings = new Sendings();
  private final List<Browser> browsers = new ArrayList<>();
  private final Map<String, Integer> complaints = new TreeMap<>();
  private final List<Room> rooms;
  private final Connector connector;
  private Runnable whenAnswered = () -> {};

  public Crowd(List<Room> rooms, Door door) {
    this.rooms = rooms;
    this.connector = new Connector(loop.vertx(), door);
  }

  /** Opens so many more sockets, each with its room; people get a second one when all have one. */
  public void grow(int sockets) {
    loop.get(
        () -> {
          int first = browsers.size();
          for (int i = first; i < first + sockets; i++) {
            browsers.add(browser(i));
          }
          return Lanes.all(AT_A_TIME, first, browsers.size(), i -> browsers.get(i).open());
        },
        Loop.patience(sockets));
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

  /** Those that have one of these rooms open. */
  List<Browser> browsersIn(List<Room> these) {
    Set<UUID> ids = these.stream().map(Room::roomId).collect(Collectors.toSet());
    return browsers.stream().filter(browser -> ids.contains(browser.roomId())).toList();
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
    loop.later(COMES_BACK_AFTER_MILLIS, action);
  }

  /** Does it on the loop, without waiting. */
  void run(Runnable action) {
    loop.run(action);
  }

  /** Does it on the loop, and waits for what it promises. */
  <T> T onLoop(Supplier<Future<T>> action) {
    return loop.get(action);
  }

  @Override
  public void close() {
    onLoop(() -> Future.join(browsers.stream().map(Browser::leave).toList()).otherwiseEmpty());
    loop.close();
  }

  private Browser browser(int number) {
    var room = rooms.get(number % rooms.size());
    var person = room.people().get(number / rooms.size() % room.people().size());
    return new Browser(number, person, room.roomId(), this);
  }

  private Future<Void> quiet(int notesBefore) {
    boolean answered = browsers.stream().allMatch(browser -> browser.inFlight() == 0);
    int notesNow = sendings.notes().size();
    if (answered && notesNow == notesBefore) {
      return Future.succeededFuture();
    }
    Promise<Void> again = Promise.promise();
    loop.later(QUIET_MILLIS, () -> quiet(notesNow).onComplete(again));
    return again.future();
  }
}
