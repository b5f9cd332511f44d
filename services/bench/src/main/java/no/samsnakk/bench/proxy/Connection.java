package no.samsnakk.bench.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Consumer;

/**
 * One connection through a proxy.
 *
 * <pre>
 *   client ──▶ CommitWatch ──▶ server      the commit passes …
 *   client ◀──  ✕ muted    ◀── server      … its answer does not: all is cut when it comes
 * </pre>
 */
final class Connection {
  private static final int MOST = 16 * 1024;

  private final Socket client;
  private final Socket server;
  private final Weather weather;
  private final Consumer<Connection> onEnd;
  private final CommitWatch commits = new CommitWatch();
  private final AnswerWatch answers = new AnswerWatch();
  private volatile boolean muted;

  Connection(Socket client, Socket server, Weather weather, Consumer<Connection> onEnd)
      throws IOException {
    this.client = client;
    this.server = server;
    this.weather = weather;
    this.onEnd = onEnd;
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
  }

  void start() {
    Thread.ofVirtual().start(() -> carry(this::toServer));
    Thread.ofVirtual().start(() -> carry(this::toClient));
  }

  void close() {
    for (Socket socket : new Socket[] {client, server}) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is gone, and that is what was wanted.
      }
    }
    onEnd.accept(this);
  }

  private interface Way {
    /** Carries what has come; false when no more will. */
    boolean carry(byte[] buffer) throws IOException;
  }

  private void carry(Way way) {
    var buffer = new byte[MOST];
    try {
      while (way.carry(buffer)) {
        // The next.
      }
    } catch (IOException cut) {
      // As with any other end.
    } finally {
      close();
    }
  }

  private boolean toServer(byte[] buffer) throws IOException {
    int count = client.getInputStream().read(buffer);
    if (count < 0) {
      return false;
    }
    // Before it leaves: its answer may be back at once.
    muted |= commits.sees(buffer, count) && weather.losesThisAnswer();
    weather.pass();
    server.getOutputStream().write(buffer, 0, count);
    return true;
  }

  private boolean toClient(byte[] buffer) throws IOException {
    int count = server.getInputStream().read(buffer);
    if (count < 0) {
      return false;
    }
    boolean outside = answers.isOutsideTransaction(buffer, count);
    if (muted) {
      return !outside;
    }
    weather.pass();
    client.getOutputStream().write(buffer, 0, count);
    return true;
  }
}
