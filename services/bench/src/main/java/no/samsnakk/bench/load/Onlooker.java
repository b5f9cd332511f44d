package no.samsnakk.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.impl.WebSocketInternal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One socket that only looks: signed in, hello answered, with a room open or with none. Follows its
 * room by seq and notices a gap that nobody told it of (R3). Lives on the event loop.
 */
final class Onlooker {
  private static final double LONGEST_MILLIS = 5_000;
  private static final double SHORTEST_MILLIS = 400;

  private final Seat seat;
  private final Onlookers all;
  private final Deque<Long> askedAt = new ArrayDeque<>();
  private Promise<Void> back = Promise.promise();
  private @Nullable WebSocket socket;
  private long lastSeq;
  private boolean wasHere;
  private boolean leaving;

  /** Whether something came that was asked for after it began to read again. */
  private boolean caughtUp = true;

  Onlooker(Seat seat, Onlookers all) {
    this.seat = seat;
    this.all = all;
  }

  /** Comes, and comes again until it is there: signed in, and its room open if it has one. */
  Future<Void> come() {
    back = Promise.promise();
    attempt(0);
    return back.future();
  }

  boolean isHere() {
    return socket != null && back.future().succeeded() && caughtUp;
  }

  /** The connection is gone, without a goodbye. */
  void cut() {
    if (socket instanceof WebSocketInternal connection) {
      connection.channelHandlerContext().close();
    }
    socket = null;
  }

  void stopReading() {
    if (socket != null) {
      socket.pause();
    }
  }

  void readOn() {
    caughtUp = false;
    if (socket != null) {
      socket.resume();
      say(new JsonObject().put("type", "ping"));
    }
  }

  /** Opens its room; timed from the moment that was due. */
  void look(long dueNanos) {
    askedAt.add(dueNanos);
    say(opening());
  }

  Future<Void> leave() {
    leaving = true;
    return socket == null ? Future.succeededFuture() : socket.close();
  }

  /** A new ticket each time, and the time between tries grows as in the web app. */
  private void attempt(int number) {
    all.connector()
        .connect(seat.personId())
        .onSuccess(this::connected)
        .onFailure(
            failed -> {
              all.complain("came to a closed door: " + failed.getClass().getSimpleName());
              again(number);
            });
  }

  private void again(int attempt) {
    if (!leaving) {
      all.later(pause(attempt), () -> attempt(attempt + 1));
    }
  }

  private static long pause(int attempt) {
    double longest = Math.min(LONGEST_MILLIS, SHORTEST_MILLIS * Math.pow(2, attempt));
    return Math.round(longest * (0.3 + 0.7 * ThreadLocalRandom.current().nextDouble()));
  }

  private void connected(WebSocket connected) {
    socket = connected;
    connected.textMessageHandler(text -> hear(connected, Heard.read(text)));
    connected.closeHandler(gone -> lost(connected));
    // The close handler hears of it too.
    connected.exceptionHandler(broken -> {});
    say(new JsonObject().put("type", "hello").put("rooms", resumed()));
  }

  /** The room that was on the screen goes on where it was. */
  private JsonArray resumed() {
    return wasHere && seat.hasRoom()
        ? new JsonArray().add(new JsonObject().put("roomId", seat.room()).put("afterSeq", lastSeq))
        : new JsonArray();
  }

  private void hear(WebSocket from, Heard frame) {
    if (from != socket) {
      return;
    }
    switch (frame.type()) {
      case "welcome" -> welcome();
      case "opened" -> opened(frame);
      case "message" -> follow(frame.number(), frame.number());
      case "pong" -> caughtUp = true;
      case "refused" -> refused(frame);
      case "closed", "error" -> all.complain(frame.type() + " " + frame.code());
      default -> {} // What the others type and read, and what tomorrow's server may say.
    }
  }

  private JsonObject opening() {
    return new JsonObject().put("type", "open").put("roomId", seat.room());
  }

  private void welcome() {
    if (!seat.hasRoom()) {
      here();
    } else if (!wasHere) {
      say(opening());
    }
  }

  private void opened(Heard frame) {
    var asked = askedAt.poll();
    if (asked != null) {
      all.opened(System.nanoTime() - asked);
      say(new JsonObject().put("type", "close").put("roomId", seat.room()));
    }
    boolean hadSome = wasHere && lastSeq > 0;
    if (frame.more()) {
      all.toldOfGap(hadSome);
      lastSeq = frame.lastSeq();
    } else {
      follow(frame.first() == 0 ? frame.lastSeq() + 1 : frame.first(), frame.lastSeq());
      all.wentOn(hadSome);
    }
    here();
  }

  /** Messages from the first to the last of these have come. */
  private void follow(long first, long last) {
    if (lastSeq > 0 && first > lastSeq + 1) {
      all.complain(Onlookers.UNTOLD);
    }
    lastSeq = Math.max(lastSeq, last);
  }

  private void refused(Heard frame) {
    all.complain("refused " + frame.code());
    all.later(pause(0), () -> say(opening()));
  }

  private void here() {
    wasHere = true;
    caughtUp = true;
    back.tryComplete();
  }

  private void lost(WebSocket gone) {
    if (socket != gone) {
      return;
    }
    socket = null;
    if (!leaving) {
      all.cutOff(gone.closeStatusCode());
      if (back.future().isComplete()) {
        back = Promise.promise();
      }
      again(0);
    }
  }

  private void say(JsonObject frame) {
    if (socket != null) {
      socket.writeTextMessage(frame.encode());
    }
  }
}
