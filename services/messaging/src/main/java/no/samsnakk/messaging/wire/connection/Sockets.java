package no.samsnakk.messaging.wire.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.samsnakk.messaging.wire.limits.Limits;
import no.samsnakk.platform.ticket.Ticket;

/** Every socket of this instance, by person and by session. A socket ends with its session. */
@ApplicationScoped
public class Sockets {
  private static final long SWEEP_MILLIS = 1_000;

  private final Vertx vertx;
  private final Limits limits;
  private final Clock clock;
  private final Counter cutOff;
  private final Set<Socket> all = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Set<Socket>> byPerson = new ConcurrentHashMap<>();
  private final Map<UUID, Set<Socket>> bySession = new ConcurrentHashMap<>();

  Sockets(Vertx vertx, Limits limits, Clock clock, MeterRegistry meters) {
    this.vertx = vertx;
    this.limits = limits;
    this.clock = clock;
    this.cutOff = meters.counter("samsnakk.sockets.slow");
    meters.gaugeCollectionSize("samsnakk.sockets.open", List.of(), all);
  }

  void start(@Observes StartupEvent started) {
    vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep());
  }

  /** Takes in a socket that has just been opened. */
  public Socket add(Ticket ticket, WebSocketConnection connection, Tcp tcp) {
    var socket = new Socket(ticket, connection, tcp, limits, vertx, clock);
    all.add(socket);
    put(byPerson, socket.personId(), socket);
    put(bySession, socket.sessionId(), socket);
    open(tcp, socket);
    return socket;
  }

  private void open(Tcp tcp, Socket socket) {
    tcp.opens(socket, Math.toIntExact(limits.outboundBytes().asLongValue() / 2));
  }

  /** One too many: it hears so, takes part in nothing, and is gone two seconds later at most. */
  public void turnAway(Ticket ticket, WebSocketConnection connection, Tcp tcp) {
    var socket = new Socket(ticket, connection, tcp, limits, vertx, clock);
    socket.cut(CloseCode.TOO_MANY_SOCKETS);
    open(tcp, socket);
  }

  /** Forgets a socket that is closed. */
  public void remove(Socket socket) {
    all.remove(socket);
    take(byPerson, socket.personId(), socket);
    take(bySession, socket.sessionId(), socket);
    if (socket.cutBy() == CloseCode.TOO_SLOW) {
      cutOff.increment();
    }
  }

  public Collection<Socket> all() {
    return all;
  }

  /** The person's sockets on this instance. */
  public Collection<Socket> of(UUID personId) {
    return byPerson.getOrDefault(personId, Set.of());
  }

  /** The sessions that have a socket here. */
  List<UUID> sessions() {
    return List.copyOf(bySession.keySet());
  }

  /** The session is over, for whatever reason, and so are its sockets. */
  public void sessionEnded(UUID sessionId) {
    bySession
        .getOrDefault(sessionId, Set.of())
        .forEach(socket -> socket.cut(CloseCode.SESSION_ENDED));
  }

  private void sweep() {
    var now = clock.instant();
    long silent = now.minus(limits.silence()).toEpochMilli();
    long slow = now.minus(limits.slow()).toEpochMilli();
    for (Socket socket : all) {
      if (!socket.sessionEndsAt().isAfter(now)) {
        socket.cut(CloseCode.SESSION_ENDED);
      } else if (socket.silentSince(silent) || socket.stuckBefore(slow)) {
        socket.cut(CloseCode.TOO_SLOW);
      }
    }
  }

  private static void put(Map<UUID, Set<Socket>> index, UUID id, Socket socket) {
    index.compute(
        id,
        (key, sockets) -> {
          Set<Socket> with = sockets == null ? ConcurrentHashMap.newKeySet(2) : sockets;
          with.add(socket);
          return with;
        });
  }

  private static void take(Map<UUID, Set<Socket>> index, UUID id, Socket socket) {
    index.computeIfPresent(
        id,
        (key, sockets) -> {
          sockets.remove(socket);
          return sockets.isEmpty() ? null : sockets;
        });
  }
}
