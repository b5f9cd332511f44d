package no.samsnakk.gateway.world;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sockets that write without end, as fast as the other side takes it, and say how much that was and
 * how many of them have ended.
 */
final class GushingSockets {
  private static final String KILOBYTE = "x".repeat(1024);

  private final AtomicLong written = new AtomicLong();

  private final AtomicLong closed = new AtomicLong();

  void take(ServerWebSocket socket) {
    socket.closeHandler(gone -> closed.incrementAndGet());
    socket.drainHandler(again -> gush(socket));
    gush(socket);
  }

  private void gush(ServerWebSocket socket) {
    while (!socket.isClosed() && !socket.writeQueueFull()) {
      socket.writeTextMessage(KILOBYTE);
      written.addAndGet(KILOBYTE.length());
    }
  }

  JsonObject counted() {
    return new JsonObject().put("written", written.get()).put("closed", closed.get());
  }
}
