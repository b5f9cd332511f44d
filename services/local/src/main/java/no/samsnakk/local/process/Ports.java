package no.samsnakk.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine's loopback. */
public final class Ports {
  private static final int MILLISECONDS = 1000;
  private static final int LOWEST = 20_000;
  private static final int BELOW = 28_000;
  private static final int ATTEMPTS = 1_000;

  private Ports() {}

  /**
   * A port that nobody listens on now. No connection gets it for its own end before it is listened
   * on: those are given higher ones; and who asks at the same time hardly gets the same.
   */
  public static int free() {
    return ThreadLocalRandom.current()
        .ints(ATTEMPTS, LOWEST, BELOW)
        .filter(port -> !taken(port))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no port is free"));
  }

  /** Whether somebody listens there, or the port cannot be had for another reason. */
  public static boolean taken(int port) {
    if (answers(port)) {
      return true;
    }
    try (ServerSocket socket = new ServerSocket()) {
      // Connections that are still closing down after a restart do not take the port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether a connection can be made to somebody else. */
  public static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLISECONDS);
      return !isItself(socket);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * A connection's own end gets a port that is free, and that may be the one that is asked at: TCP
   * then connects it to itself. It is dropped without a trace, so that the port is free again.
   */
  private static boolean isItself(Socket socket) throws IOException {
    boolean itself = socket.getLocalPort() == socket.getPort();
    if (itself) {
      socket.setSoLinger(true, 0);
    }
    return itself;
  }
}
