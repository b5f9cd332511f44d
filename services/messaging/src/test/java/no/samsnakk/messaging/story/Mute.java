package no.samsnakk.messaging.story;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A phone that has lost its network: its socket is open, and it answers nothing, not even a ping.
 */
public final class Mute implements AutoCloseable {
  private static final String UPGRADE =
      """
      GET /ws HTTP/1.1\r
      Host: 127.0.0.1\r
      Connection: Upgrade\r
      Upgrade: websocket\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      Sec-WebSocket-Protocol: samsnakk.v1, ticket.%s\r
      Origin: %s\r
      \r
      """;

  private final Socket socket;

  private Mute(Socket socket) {
    this.socket = socket;
  }

  public static Mute connect(String ticket, String origin) throws IOException {
    var socket = new Socket("127.0.0.1", RestAssured.port);
    var upgrade = UPGRADE.formatted(ticket, origin);
    socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
    var head = head(socket.getInputStream());
    if (!head.startsWith("HTTP/1.1 101 ")) {
      throw new IOException(head);
    }
    return new Mute(socket);
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** Whether the server drops the connection before so long. */
  public boolean isDroppedWithin(Duration patience) throws IOException {
    long until = System.nanoTime() + patience.toNanos();
    socket.setSoTimeout(200);
    while (System.nanoTime() < until) {
      try {
        if (socket.getInputStream().read() < 0) {
          return true;
        }
      } catch (SocketTimeoutException nothingCame) {
        // Goes on waiting.
      } catch (SocketException reset) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
