package no.samsnakk.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.bench.history.Note;
import org.jspecify.annotations.Nullable;

/** One socket of one person, with one room open. Lives on the event loop. */
final class Browser {
  private final int number;
  private final UUID personId;
  private final UUID roomId;
  private final Crowd crowd;
  private final Amending amending;
  private final Set<UUID> inFlight = new LinkedHashSet<>();
  private Promise<Void> opened = Promise.promise();
  private @Nullable WebSocket socket;
  private long lastSeq;
  private boolean leaving;

  Browser(int number, UUID personId, UUID roomId, Crowd crowd) {
    this.number = number;
    this.personId = personId;
    this.roomId = roomId;
    this.crowd = crowd;
    this.amending = new Amending(personId);
  }

  /** Completes when the room is open. */
  Future<Void> open() {
    opened = Promise.promise();
    crowd.connector().connect(personId).onSuccess(this::connected).onFailure(opened::tryFail);
    return opened.future();
  }

  UUID roomId() {
    return roomId;
  }

  int inFlight() {
    return inFlight.size();
  }

  boolean isOpen() {
    return socket != null && opened.future().succeeded();
  }

  /** Sends a message now that should have been sent at that moment. */
  void send(long intendedNanos) {
    send(intendedNanos, Text.USUAL);
  }

  void send(long intendedNanos, String text) {
    var id = send(intendedNanos, new JsonObject().put("body", text));
    amending.wrote(id);
  }

  /** The same of a question, an answer to one, or a short answer; else a message. */
  void amend(long intendedNanos) {
    if (amending.isPossible()) {
      var what = amending.next();
      amending.said(send(intendedNanos, what), what);
    } else {
      send(intendedNanos);
    }
  }

  private UUID send(long intendedNanos, JsonObject payload) {
    var id = crowd.sendings().next(number, roomId, intendedNanos);
    if (!isOpen()) {
      // The server has cut it off: that is a message that was not accepted, not one less sent.
      crowd.complain("no connection to send on");
      crowd.sendings().refused(id);
      return id;
    }
    inFlight.add(id);
    say(
        new JsonObject()
            .put("type", "send")
            .put("roomId", roomId.toString())
            .put("clientId", id.toString())
            .mergeIn(payload));
    return id;
  }

  Future<Void> leave() {
    leaving = true;
    return socket == null ? Future.succeededFuture() : socket.close();
  }

  private void connected(WebSocket connected) {
    socket = connected;
    connected.textMessageHandler(text -> hear(Heard.read(text)));
    connected.closeHandler(gone -> lost(connected.closeStatusCode()));
    say(new JsonObject().put("type", "hello").put("rooms", new JsonArray()));
  }

  private void hear(Heard frame) {
    switch (frame.type()) {
      case "welcome" -> say(opening());
      case "opened" -> opened.tryComplete();
      case "message" -> seen(frame);
      case "accepted" -> accepted(frame);
      case "refused" -> refused(frame);
      case "closed", "error" -> crowd.complain(frame.type() + " " + frame.code());
      default -> {} // What the others type and read, and what tomorrow's server may say.
    }
  }

  private JsonObject opening() {
    var open = new JsonObject().put("type", "open").put("roomId", roomId.toString());
    return lastSeq == 0 ? open : open.put("afterSeq", lastSeq);
  }

  private void seen(Heard frame) {
    lastSeq = Math.max(lastSeq, frame.number());
    var sendings = crowd.sendings();
    var id = sendings.known(frame.client());
    var seen = new Note.Seen(number, roomId, frame.number(), id, frame.accessEpoch());
    sendings.seen(seen, System.nanoTime());
    boolean isHers = frame.senderId().equals(personId.toString());
    amending.seen(id, frame.kind(), frame.number(), isHers);
  }

  private void accepted(Heard frame) {
    var id = frame.client();
    crowd.sendings().accepted(id, frame.number(), System.nanoTime());
    amending.accepted(id, frame.number());
    answered(id);
  }

  private void refused(Heard frame) {
    crowd.complain("refused " + frame.code());
    if (frame.clientId().isEmpty()) {
      opened.tryFail("the room was refused: " + frame.code());
      return;
    }
    crowd.sendings().refused(frame.client());
    answered(frame.client());
  }

  private void answered(UUID id) {
    if (inFlight.remove(id)) {
      crowd.answered();
    }
  }

  /** Cut off: what was on its way may have arrived or not. Comes back as a browser would. */
  private void lost(@Nullable Short status) {
    socket = null;
    opened.tryFail("closed with " + status);
    List.copyOf(inFlight).forEach(crowd.sendings()::unknown);
    var unanswered = inFlight.size();
    inFlight.clear();
    for (int i = 0; i < unanswered; i++) {
      crowd.answered();
    }
    if (!leaving) {
      crowd.complain("cut off with " + status);
      crowd.later(this::open);
    }
  }

  private void say(JsonObject frame) {
    if (socket != null) {
      socket.writeTextMessage(frame.encode());
    }
  }
}
