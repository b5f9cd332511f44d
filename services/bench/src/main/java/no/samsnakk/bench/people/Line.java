package no.samsnakk.bench.people;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import no.samsnakk.bench.load.Connector;
import org.jspecify.annotations.Nullable;

/**
 * One live connection to whichever instance can be reached, kept up as the browser does it: when it
 * is lost, or silent for too long, the other instance is next, at first almost at once, then
 * slower, never more than five seconds apart, with jitter.
 */
final class Line {
  private static final long PING_EVERY = 5_000;
  private static final long PONG_WITHIN = 8_000;
  private static final long CONNECT_WITHIN = 10_000;
  private static final long LONGEST = 5_000;
  private static final long SHORTEST = 400;

  /** What a line is kept up for. */
  interface Listener {
    /** The rooms to go on with, for the first frame. */
    JsonArray resume();

    void heard(JsonObject frame);

    /** What was on its way may have arrived or not. */
    void lost();
  }

  private final Vertx vertx;
  private final List<Connector> instances;
  private final UUID personId;
  private final Listener listener;
  private int instance;
  private @Nullable WebSocket socket;
  private boolean welcomed;
  private boolean stopped;
  private int attempt;

  /** Rises whenever what went before no longer counts: late answers are known by it. */
  private int generation;

  private long heardAt;

  Line(Vertx vertx, List<Connector> instances, int first, UUID personId, Listener listener) {
    this.vertx = vertx;
    this.instances = instances;
    this.instance = first;
    this.personId = personId;
    this.listener = listener;
  }

  void start() {
    connect();
  }

  void stop() {
    stopped = true;
    drop();
  }

  /** As one who reloads the page, and is sent to another instance. */
  void move() {
    if (welcomed) {
      attempt = 0;
      lost();
    }
  }

  boolean isOn(int wanted) {
    return welcomed && instance == wanted;
  }

  /** The one that it leads to, or tries to. */
  int instance() {
    return instance;
  }

  boolean say(JsonObject frame) {
    if (!welcomed || socket == null) {
      return false;
    }
    socket.writeTextMessage(frame.encode());
    return true;
  }

  private void connect() {
    if (stopped) {
      return;
    }
    int mine = ++generation;
    later(CONNECT_WITHIN, () -> !welcomed, this::lost);
    instances
        .get(instance)
        .connect(personId)
        .onSuccess(connected -> ifMine(mine, () -> connected(connected), connected::close))
        .onFailure(refused -> ifMine(mine, this::lost, () -> {}));
  }

  private void ifMine(int mine, Runnable then, Runnable otherwise) {
    if (mine == generation) {
      then.run();
    } else {
      otherwise.run();
    }
  }

  private void connected(WebSocket connected) {
    int mine = generation;
    socket = connected;
    connected.textMessageHandler(text -> ifMine(mine, () -> heard(new JsonObject(text)), () -> {}));
    // Whatever goes wrong with it ends it, and its end is what counts.
    connected.exceptionHandler(failure -> {});
    connected.closeHandler(gone -> ifMine(mine, this::lost, () -> {}));
    var hello = new JsonObject().put("type", "hello").put("rooms", listener.resume());
    connected.writeTextMessage(hello.encode());
  }

  private void heard(JsonObject frame) {
    heardAt = System.nanoTime();
    if (frame.getString("type").equals("welcome")) {
      welcomed = true;
      attempt = 0;
      pingLater();
    }
    listener.heard(frame);
  }

  private void pingLater() {
    later(
        PING_EVERY,
        () -> true,
        () -> {
          long asked = System.nanoTime();
          say(new JsonObject().put("type", "ping"));
          later(PONG_WITHIN, () -> heardAt - asked < 0, this::lost);
          pingLater();
        });
  }

  private void lost() {
    drop();
    listener.lost();
    instance = (instance + 1) % instances.size();
    long longest = Math.min(LONGEST, SHORTEST << Math.min(attempt++, 8));
    long wait = (long) (longest * (0.3 + 0.7 * ThreadLocalRandom.current().nextDouble()));
    later(wait, () -> true, this::connect);
  }

  private void drop() {
    generation++;
    welcomed = false;
    var before = socket;
    socket = null;
    if (before != null) {
      before.close();
    }
  }

  /** After so long, if nothing has changed since. */
  private void later(long millis, BooleanSupplier still, Runnable then) {
    int mine = generation;
    vertx.setTimer(
        millis,
        timer -> {
          if (mine == generation && still.getAsBoolean()) {
            then.run();
          }
        });
  }
}
