package no.samsnakk.gateway.world;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** Sockets that take their time to open, and are counted. */
final class SlowSockets {
  private final Vertx vertx;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  SlowSockets(Vertx vertx) {
    this.vertx = vertx;
  }

  void take(ServerWebSocket socket) {
    asked.incrementAndGet();
    Promise<Integer> handshake = Promise.promise();
    socket.setHandshake(handshake.future());
    socket.closeHandler(end -> closed.incrementAndGet());
    vertx.setTimer(500, now -> handshake.complete(101));
  }

  JsonObject counted() {
    return new JsonObject().put("asked", asked.get()).put("closed", closed.get());
  }
}
