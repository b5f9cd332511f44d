package no.samsnakk.gateway.world;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Stand-ins for our own services, which repeat what reached them. */
final class Doubles {
  private Doubles() {}

  /** Answers every request with what it was. */
  static String echo(Vertx vertx, String name) {
    return listen(vertx.createHttpServer().requestHandler(request -> repeat(request, name)));
  }

  /** Rooms: signs people in, knows who they are, and repeats the rest. */
  static String rooms(Vertx vertx) {
    ConcurrentMap<String, JsonObject> signIns = new ConcurrentHashMap<>();
    return listen(
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  switch (request.path()) {
                    case "/internal/sign-ins" -> signIn(request, signIns);
                    case "/internal/seen" ->
                        request
                            .response()
                            .end(signIns.getOrDefault("last", new JsonObject()).encode());
                    case "/api/me" -> json(request, me());
                    default -> repeat(request, "rooms");
                  }
                }));
  }

  private static void signIn(HttpServerRequest request, ConcurrentMap<String, JsonObject> seen) {
    request.bodyHandler(
        body -> {
          seen.put("last", described(request, "rooms").put("body", body.toString()));
          json(request, me());
        });
  }

  private static JsonObject me() {
    return new JsonObject()
        .put("personId", new UUID(7, 7).toString())
        .put("name", "Kari Kommunepsykolog")
        .put("level", "HIGH")
        .put("signedInAt", "2026-11-22T08:00:00.000Z")
        .put("roles", new JsonArray());
  }

  /** Messaging: a socket that first says what its upgrade looked like, and then repeats frames. */
  static String messaging(Vertx vertx) {
    var options = new HttpServerOptions().setWebSocketSubProtocols(List.of("samsnakk.v1"));
    var slow = new SlowSockets(vertx);
    var gushing = new GushingSockets();
    return listen(
        vertx
            .createHttpServer(options)
            .requestHandler(
                request -> {
                  if (request.path().endsWith("/slow")) {
                    json(request, slow.counted());
                  } else if (request.path().endsWith("/gushing")) {
                    json(request, gushing.counted());
                  } else {
                    repeat(request, "messaging");
                  }
                })
            .webSocketHandler(socket -> socket(socket, slow, gushing)));
  }

  private static void socket(ServerWebSocket socket, SlowSockets slow, GushingSockets gushing) {
    var offered = "" + socket.headers().get("Sec-WebSocket-Protocol");
    if (offered.contains("ticket.bad")) {
      socket.reject(401);
      return;
    }
    if (offered.contains("ticket.slow")) {
      slow.take(socket);
      return;
    }
    if (offered.contains("ticket.gushing")) {
      gushing.take(socket);
      return;
    }
    if (offered.contains("ticket.deaf")) {
      socket.pause();
      return;
    }
    var headers = new JsonObject();
    socket
        .headers()
        .forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
    socket.writeTextMessage(headers.encode());
    socket.textMessageHandler(
        text -> {
          if (text.equals("flood")) {
            flood(socket);
          } else {
            socket.writeTextMessage(text);
          }
        });
  }

  /** Writes as long as the other side takes it, and at last tells how much that was. */
  private static void flood(ServerWebSocket socket) {
    var kilobyte = "x".repeat(1024);
    for (int i = 0; i < 64 && !socket.writeQueueFull(); i++) {
      socket.writeTextMessage(kilobyte);
    }
  }

  private static void repeat(HttpServerRequest request, String name) {
    request.bodyHandler(
        body -> json(request, described(request, name).put("body", body.toString())));
  }

  private static JsonObject described(HttpServerRequest request, String name) {
    var headers = new JsonObject();
    request.headers().forEach(h -> headers.put(h.getKey().toLowerCase(), h.getValue()));
    // What a browser must not get to see is not sent back by a service in earnest either.
    var shown = headers.copy();
    shown.remove("authorization");
    return new JsonObject()
        .put("service", name)
        .put("method", request.method().name())
        .put("uri", request.uri())
        .put("bearer", bearer(headers))
        .put("headers", shown);
  }

  /** Enough of the token to know it again. */
  private static String bearer(JsonObject headers) {
    var value = headers.getString("authorization", "");
    return value.startsWith("Bearer ") ? Integer.toHexString(value.substring(7).hashCode()) : "";
  }

  private static void json(HttpServerRequest request, JsonObject answer) {
    request
        .response()
        .putHeader("Content-Type", "application/json")
        .putHeader("Set-Cookie", "spy=1; Path=/")
        .putHeader("Server", "double/1.0")
        .putHeader("Cache-Control", "public, max-age=60")
        .putHeader("X-Internal", "secret")
        .end(answer.encode());
  }

  private static String listen(io.vertx.core.http.HttpServer server) {
    var port =
        server.listen(0, "localhost").toCompletionStage().toCompletableFuture().join().actualPort();
    return "http://localhost:" + port;
  }
}
