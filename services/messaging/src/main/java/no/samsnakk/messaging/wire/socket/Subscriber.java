package no.samsnakk.messaging.wire.socket;

import io.quarkus.websockets.next.UserData.TypedKey;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import no.samsnakk.messaging.live.delivery.Subscription;
import no.samsnakk.messaging.wire.connection.Socket;
import org.jspecify.annotations.Nullable;

/**
 * What one socket is doing: the rooms it looks at. Opening and closing happen one after the other,
 * in the order of the frames; everything else does not wait for them.
 */
final class Subscriber {
  static final TypedKey<Subscriber> KEY = new TypedKey<>("subscriber");

  private final Socket socket;
  private final Map<UUID, Subscription> subscriptions = new ConcurrentHashMap<>();
  private final Map<UUID, Long> typedAt = new HashMap<>();
  private Future<?> last = Future.succeededFuture();

  Subscriber(Socket socket) {
    this.socket = socket;
  }

  Socket socket() {
    return socket;
  }

  /** Runs when what was asked for before is done, however it went. On the socket's event loop. */
  void inTurn(Supplier<Future<?>> work) {
    last = last.transform(before -> work.get().mapEmpty());
  }

  void looksAt(Subscription subscription) {
    subscriptions.put(subscription.roomId(), subscription);
  }

  void looksAwayFrom(Subscription subscription) {
    subscriptions.remove(subscription.roomId(), subscription);
  }

  @Nullable Subscription subscriptionTo(UUID roomId) {
    return subscriptions.get(roomId);
  }

  Collection<Subscription> subscriptions() {
    return subscriptions.values();
  }

  /** Whether it is long enough ago that her writing in this room was told. On the event loop. */
  boolean maySayTyping(UUID roomId, long nowMillis, long everyMillis) {
    var before = typedAt.get(roomId);
    if (before != null && nowMillis - before < everyMillis) {
      return false;
    }
    typedAt.keySet().retainAll(subscriptions.keySet());
    typedAt.put(roomId, nowMillis);
    return true;
  }
}
