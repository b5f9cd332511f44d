package no.samsnakk.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.samsnakk.bench.stage.Door;
import no.samsnakk.platform.ticket.Tickets;

/** Opens sockets as a browser does: with an origin, and a ticket as a subprotocol. */
public final class Connector {
  private static final Duration SESSION = Duration.ofHours(4);
  private static final int LITTLE = 16 * 1024;
  private static final WebSocketClientOptions OPTIONS =
      new WebSocketClientOptions()
          .setMaxConnections(100_000)
          .setTryUsePerMessageCompression(false)
          .setMaxFrameSize(1 << 20)
          .setMaxMessageSize(1 << 20);

  private final WebSocketClient client;
  private final Door door;
  private final Tickets tickets;

  public Connector(Vertx vertx, Door door) {
    this(vertx, door, OPTIONS);
  }

  private Connector(Vertx vertx, Door door, WebSocketClientOptions options) {
    this.client = vertx.createWebSocketClient(options);
    this.door = door;
    this.tickets = new Tickets(door.ticketKey(), Clock.systemUTC());
  }

  /** The same for sockets whose network holds little, so that it shows soon if they do not read. */
  static Connector holdingLittle(Vertx vertx, Door door) {
    return new Connector(
        vertx, door, new WebSocketClientOptions(OPTIONS).setReceiveBufferSize(LITTLE));
  }

  /** A socket of this person, in a session that outlasts the run. */
  public Future<WebSocket> connect(UUID personId) {
    var sessionEnds = Clock.systemUTC().instant().plus(SESSION);
    // A seeded person's session has her own id.
    var ticket = tickets.issue(personId, personId, sessionEnds);
    var socket =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(door.port())
            .setURI("/ws")
            .addHeader("Origin", door.origin())
            .setSubProtocols(List.of("samsnakk.v1", "ticket." + ticket));
    return client.connect(socket);
  }
}
