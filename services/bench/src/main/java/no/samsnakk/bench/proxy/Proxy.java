package no.samsnakk.bench.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes connections on to another port of this machine, in whatever weather it is told. */
public final class Proxy implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final Weather weather = new Weather();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  private Proxy(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /** Listens on one port and passes on to the other. */
  public static Proxy open(int port, int target) {
    try {
      var door = new ServerSocket();
      door.setReuseAddress(true);
      door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      var proxy = new Proxy(door, target);
      Thread.ofVirtual().name("proxy-" + port).start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException("no proxy on port " + port, e);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Cuts every connection that there is now; new ones are welcome. */
  public void cut() {
    connections.forEach(Connection::close);
  }

  /** Nothing passes for so long, in either direction; then all of it does. */
  public void stall(Duration time) {
    weather.stall(time);
  }

  /** For so long everything passes later by {@code each}. */
  public void delay(Duration each, Duration time) {
    weather.delay(each, time);
  }

  /**
   * The next commits that pass reach PostgreSQL, and it does what they say; before its answer can
   * pass the connection is cut.
   */
  public void loseAnswers(int commits) {
    weather.loseAnswers(commits);
  }

  /** Commits whose answer was lost here. */
  public int answersLost() {
    return weather.answersLost();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        begin(door.accept());
      } catch (IOException closed) {
        // The loop ends, or the next one is welcome.
      }
    }
  }

  private void begin(Socket client) throws IOException {
    Socket server;
    try {
      server = new Socket(InetAddress.getLoopbackAddress(), target);
    } catch (IOException nobodyThere) {
      client.close();
      return;
    }
    var connection = new Connection(client, server, weather, connections::remove);
    connections.add(connection);
    connection.start();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
