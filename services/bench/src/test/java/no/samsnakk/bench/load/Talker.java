package no.samsnakk.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import no.samsnakk.bench.stage.Door;
import no.samsnakk.platform.id.Ids;

/** One person with one room before her eyes, on one instance. */
final class Talker {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final UUID personId;
  private final UUID roomId;
  private final WebSocket socket;
  private final List<JsonObject> heard = new CopyOnWriteArrayList<>();

  private Talker(UUID personId, UUID roomId, WebSocket socket) {
    this.personId = personId;
    this.roomId = roomId;
    this.socket = socket;
    socket.textMessageHandler(text -> heard.add(new JsonObject(text)));
  }

  /** Comes and goes on after this seq, as a browser does after it has lost its socket. */
  static Talker comes(Vertx vertx, Door door, UUID personId, UUID roomId, long afterSeq) {
    CompletionStage<Talker> come =
        new Connector(vertx, door)
            .connect(personId)
            .map(socket -> new Talker(personId, roomId, socket))
            .toCompletionStage();
    var talker = come.toCompletableFuture().join();
    var rooms = new JsonArray().add(talker.frame("").put("afterSeq", afterSeq));
    talker.says(new JsonObject().put("type", "hello").put("rooms", rooms));
    talker.hears("opened", frame -> true);
    return talker;
  }

  UUID personId() {
    return personId;
  }

  /** The seq that it was accepted under. */
  long sends(UUID clientId, String body) {
    says(frame("send").put("clientId", clientId.toString()).put("body", body));
    return hears("accepted", frame -> clientId.toString().equals(frame.getString("clientId")))
        .getLong("seq");
  }

  long sends(String body) {
    return sends(Ids.next(), body);
  }

  void types() {
    says(frame("typing"));
  }

  void reads(long seq) {
    says(frame("read").put("seq", seq));
  }

  /** Every seq of the room that has come, at the opening or live, in the order of coming. */
  List<Long> seqs() {
    return heard.stream().flatMap(frame -> messages(frame).stream()).toList();
  }

  private static List<Long> messages(JsonObject frame) {
    return switch (frame.getString("type")) {
      case "message" -> List.of(frame.getJsonObject("message").getLong("seq"));
      case "opened" ->
          frame.getJsonArray("messages").stream()
              .map(message -> ((JsonObject) message).getLong("seq"))
              .toList();
      default -> List.of();
    };
  }

  void sees(long seq) {
    waitFor(() -> seqs().contains(seq), "message " + seq);
  }

  boolean hasHeard(String type) {
    return heard.stream().anyMatch(frame -> type.equals(frame.getString("type")));
  }

  JsonObject hears(String type, Predicate<JsonObject> such) {
    Predicate<JsonObject> wanted = frame -> type.equals(frame.getString("type"));
    waitFor(() -> heard.stream().anyMatch(wanted.and(such)), type);
    return heard.stream().filter(wanted.and(such)).findFirst().orElseThrow();
  }

  private void waitFor(java.util.function.BooleanSupplier come, String what) {
    long start = System.nanoTime();
    while (!come.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError("waited in vain for " + what + ", heard " + heard);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private JsonObject frame(String type) {
    var frame = new JsonObject().put("roomId", roomId.toString());
    return type.isEmpty() ? frame : frame.put("type", type);
  }

  private void says(JsonObject frame) {
    socket.writeTextMessage(frame.encode());
  }
}
