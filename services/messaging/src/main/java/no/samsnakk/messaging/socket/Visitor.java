package no.samsnakk.messaging.socket;

import io.quarkus.websockets.next.UserData.TypedKey;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import no.samsnakk.messaging.connection.Socket;
import no.samsnakk.messaging.delivery.View;
import org.jspecify.annotations.Nullable;

/**
 * What one socket is doing: the rooms it looks at. Opening and closing happen one after the other,
 * in the order of the frames; everything else does not wait for them.
 */
final class Visitor {
  static final TypedKey<Visitor> KEY = new TypedKey<>("visitor");

  private final Socket socket;
  private final Map<UUID, View> views = new ConcurrentHashMap<>();
  private final Map<UUID, Long> typedAt = new HashMap<>();
  private Future<?> last = Future.succeededFuture();

  Visitor(Socket socket) {
    this.socket = socket;
  }

  Socket socket() {
    return socket;
  }

  /** Runs when what was asked for before is done, however it went. On the socket's event loop. */
  void inTurn(Supplier<Future<?>> work) {
    last = last.transform(before -> work.get().mapEmpty());
  }

  void looksAt(View view) {
    views.put(view.roomId(), view);
  }

  void looksAwayFrom(View view) {
    views.remove(view.roomId(), view);
  }

  @Nullable View viewOf(UUID roomId) {
    return views.get(roomId);
  }

  Collection<View> views() {
    return views.values();
  }

  /** Whether it is long enough ago that her writing in this room was told. On the event loop. */
  boolean maySayTyping(UUID roomId, long nowMillis, long everyMillis) {
    var before = typedAt.get(roomId);
    if (before != null && nowMillis - before < everyMillis) {
      return false;
    }
    typedAt.keySet().retainAll(views.keySet());
    typedAt.put(roomId, nowMillis);
    return true;
  }
}
