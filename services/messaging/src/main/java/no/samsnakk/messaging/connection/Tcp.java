package no.samsnakk.messaging.connection;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The connection below a socket. WebSockets Next has no way to stop reading from a flooding client,
 * nor to drop one that does not take the close frame; Vert.x has.
 */
public final class Tcp {
  private final ConnectionBase connection;

  public Tcp(HttpConnection connection) {
    this.connection = (ConnectionBase) connection;
  }

  void stopReading() {
    connection.channel().config().setAutoRead(false);
  }

  void readOn() {
    connection.channel().config().setAutoRead(true);
  }

  /** At once, whatever is still unsent. */
  void drop() {
    connection.channel().close();
  }
}
