package no.samsnakk.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import no.samsnakk.bench.history.Kept;
import no.samsnakk.bench.stage.Door;

/**
 * Speaks as much of the frames as the load generator uses, from memory, and can be made to stall.
 * Not a stand-in for messaging: what is tested against it is the generator.
 */
final class ToyServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Map<String, List<ServerWebSocket>> viewers = new HashMap<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private final List<Kept> kept = new ArrayList<>();
  private final int port;
  private long stallAtMessage = Long.MAX_VALUE;
  private Duration stall = Duration.ZERO;
  private volatile boolean forgetful;
  private volatile int arrivals;

  ToyServer() {
    var options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(0)
            .setWebSocketSubProtocols(List.of("samsnakk.v1"));
    port =
        vertx
            .createHttpServer(options)
            .webSocketHandler(socket -> socket.textMessageHandler(text -> hear(socket, text)))
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
  }

  Door door() {
    return new Door(port, "http://localhost", Base64.getEncoder().encodeToString(new byte[32]));
  }

  /** Stands still for so long when it gets this message. */
  void stallAt(long message, Duration forSoLong) {
    stallAtMessage = message;
    stall = forSoLong;
  }

  /** Leaves out the first message of every opening from now on, and says nothing of it. */
  void forgets() {
    forgetful = true;
  }

  /** How many times somebody has said hello. */
  int arrivals() {
    return arrivals;
  }

  /** How many there are of each kind. */
  Map<String, Integer> kinds() {
    return kinds;
  }

  List<Kept> kept() {
    return kept;
  }

  private void hear(ServerWebSocket socket, String text) {
    var frame = new JsonObject(text);
    switch (frame.getString("type")) {
      case "hello" -> hello(socket, frame.getJsonArray("rooms"));
      case "open" -> open(socket, frame);
      case "close" -> viewers.get(frame.getString("roomId")).remove(socket);
      case "ping" -> say(socket, "pong", new JsonObject());
      case "send" -> send(socket, frame);
      default -> throw new IllegalArgumentException(frame.getString("type"));
    }
  }

  private void hello(ServerWebSocket socket, JsonArray rooms) {
    arrivals++;
    say(socket, "welcome", new JsonObject().put("rooms", new JsonArray()));
    rooms.forEach(room -> open(socket, (JsonObject) room));
  }

  private void open(ServerWebSocket socket, JsonObject frame) {
    var room = frame.getString("roomId");
    var after = frame.getLong("afterSeq", 0L);
    viewers.computeIfAbsent(room, r -> new ArrayList<>()).add(socket);
    socket.closeHandler(gone -> viewers.get(room).remove(socket));
    var all = kept.stream().filter(message -> message.roomId().toString().equals(room)).toList();
    var messages = new JsonArray();
    all.stream()
        .filter(message -> message.seq() > after + (forgetful ? 1 : 0))
        .forEach(message -> messages.add(new JsonObject().put("seq", message.seq())));
    var opened = new JsonObject().put("roomId", room).put("lastSeq", all.size());
    say(socket, "opened", opened.put("messages", messages).put("more", false));
  }

  private void send(ServerWebSocket socket, JsonObject frame) {
    if (kept.size() == stallAtMessage) {
      LockSupport.parkNanos(stall.toNanos());
    }
    var room = UUID.fromString(frame.getString("roomId"));
    long seq = kept.stream().filter(message -> message.roomId().equals(room)).count() + 1;
    kept.add(new Kept(room, seq, UUID.fromString(frame.getString("clientId"))));
    var message = frame.copy().put("seq", seq).put("sentAt", Instant.now().toString());
    message.remove("type");
    message.put("kind", frame.getString("kind", "TEXT"));
    kinds.merge(message.getString("kind"), 1, Integer::sum);
    say(socket, "accepted", message);
    viewers
        .get(frame.getString("roomId"))
        .forEach(viewer -> say(viewer, "message", new JsonObject().put("message", message)));
  }

  private static void say(ServerWebSocket socket, String type, JsonObject frame) {
    socket.writeTextMessage(new JsonObject().put("type", type).mergeIn(frame).encode());
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
