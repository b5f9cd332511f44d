package no.samsnakk.bench.people;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.samsnakk.bench.load.Connector;

/** A client that has nothing yet, and asks for the newest messages of a room (R3). */
final class FreshReader {
  /** As many as an opening may hold. */
  private static final int NEWEST = 150;

  private final Connector instance;
  private final UUID personId;

  FreshReader(Connector instance, UUID personId) {
    this.instance = instance;
    this.personId = personId;
  }

  /**
   * Reads.
   *
   * @param about how far the room has come, as far as is known
   */
  Future<SortedMap<Long, UUID>> read(UUID roomId, long about) {
    return instance
        .connect(personId)
        .compose(
            socket ->
                read(socket, roomId, Math.max(0, about - NEWEST)).eventually(() -> socket.close()));
  }

  private static Future<SortedMap<Long, UUID>> read(WebSocket socket, UUID roomId, long after) {
    Promise<SortedMap<Long, UUID>> read = Promise.promise();
    socket.textMessageHandler(text -> hear(new JsonObject(text), read));
    socket.closeHandler(gone -> read.tryFail("a fresh reader was cut off"));
    var room = new JsonObject().put("roomId", roomId.toString()).put("afterSeq", after);
    var hello = new JsonObject().put("type", "hello").put("rooms", new JsonArray().add(room));
    socket.writeTextMessage(hello.encode());
    return read.future();
  }

  private static void hear(JsonObject frame, Promise<SortedMap<Long, UUID>> read) {
    switch (frame.getString("type")) {
      case "opened" -> read.tryComplete(messages(frame.getJsonArray("messages")));
      case "refused" -> read.tryFail("a fresh reader was refused: " + frame.getString("code"));
      default -> {} // Welcome, and what happens meanwhile.
    }
  }

  private static SortedMap<Long, UUID> messages(JsonArray array) {
    var messages = new TreeMap<Long, UUID>();
    array.stream()
        .map(JsonObject.class::cast)
        .forEach(it -> messages.put(it.getLong("seq"), Screen.fingerprint(it)));
    return messages;
  }
}
