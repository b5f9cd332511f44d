package no.samsnakk.messaging.story;

import io.restassured.RestAssured;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A client that is no browser: it writes octets as it likes, and reads nothing that it is not told
 * to, neither a ping nor a close frame.
 */
public final class RawClient implements AutoCloseable {
  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  private static final int BUFFER = 64 * 1024;

  /** Octets after which a flood that nobody stops ends by itself. */
  private static final long FLOOD = 40_000_000;

  private static final String UPGRADE =
      """
      GET /ws HTTP/1.1\r
      Host: 127.0.0.1\r
      %sUpgrade: websocket\r
      Sec-WebSocket-Protocol: samsnakk.v1, ticket.%s\r
      Origin: %s\r
      \r
      """;

  private static final String HANDSHAKE =
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

  private final Socket socket;
  private final DataInputStream in;
  private final AtomicLong handed = new AtomicLong();

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  public static RawClient connect(String ticket, String origin) throws IOException {
    var client = dial();
    var status = client.upgrade("Connection: Upgrade\r\n" + HANDSHAKE, ticket, origin);
    if (status != 101) {
      throw new IOException("refused with " + status);
    }
    return client;
  }

  /** Asks for a socket and does not wait for the answer. */
  public static RawClient knocks(String ticket, String origin) throws IOException {
    var client = dial();
    client.asks("Connection: Upgrade\r\n" + HANDSHAKE, ticket, origin);
    return client;
  }

  /** The status that an upgrade is answered with that has this line, or none, for a Connection. */
  public static int answer(String connectionLine, String ticket, String origin) throws IOException {
    try (var client = dial()) {
      return client.upgrade(connectionLine + HANDSHAKE, ticket, origin);
    }
  }

  /** The same, of one that has these lines for the handshake's own. */
  public static int answerTo(String handshake, String ticket, String origin) throws IOException {
    try (var client = dial()) {
      return client.upgrade("Connection: Upgrade\r\n" + handshake, ticket, origin);
    }
  }

  /** Narrow buffers of its own, so that what it has handed over is what the server has taken in. */
  private static RawClient dial() throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(BUFFER);
    socket.setSendBufferSize(BUFFER);
    socket.setSoTimeout(60_000);
    socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
    return new RawClient(socket);
  }

  private void asks(String lines, String ticket, String origin) throws IOException {
    sends(UPGRADE.formatted(lines, ticket, origin).getBytes(StandardCharsets.US_ASCII));
  }

  private int upgrade(String lines, String ticket, String origin) throws IOException {
    asks(lines, ticket, origin);
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 101".length()));
  }

  public void sends(byte[] octets) throws IOException {
    socket.getOutputStream().write(octets);
    handed.addAndGet(octets.length);
  }

  /** Sends this again and again, on a thread of its own, until the connection is gone. */
  public void floods(byte[] octets) {
    Thread.startVirtualThread(
        () -> {
          try {
            while (handed() < FLOOD) {
              sends(octets);
            }
          } catch (IOException gone) {
            // What it was after.
          }
        });
  }

  /** How many octets the server, and the kernels between, have taken so far. */
  public long handed() {
    return handed.get();
  }

  /** A frame, masked as a client's have to be: with zeros. */
  public static byte[] frame(int opcode, boolean last, byte[] payload) {
    var frame = ByteBuffer.allocate(14 + payload.length);
    frame.put((byte) ((last ? 0x80 : 0) | opcode));
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length < 65_536) {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (0x80 | 127)).putLong(payload.length);
    }
    frame.putInt(0).put(payload);
    var octets = new byte[frame.position()];
    frame.flip().get(octets);
    return octets;
  }

  public static byte[] times(int times, byte[] frame) {
    var all = ByteBuffer.allocate(times * frame.length);
    for (int i = 0; i < times; i++) {
      all.put(frame);
    }
    return all.array();
  }

  /** Reads until a frame of this kind comes; what is in it. */
  public byte[] reads(int opcode) throws IOException {
    while (true) {
      int kind = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte();
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = Math.toIntExact(in.readLong());
      }
      var payload = in.readNBytes(length);
      if (kind == opcode) {
        return payload;
      }
    }
  }

  /** Reads until the server's close frame; its code. */
  public int isClosedWith() throws IOException {
    return ByteBuffer.wrap(reads(CLOSE)).getShort();
  }

  /** Whether the server drops the connection before so long. */
  public boolean isDroppedWithin(Duration patience) throws IOException {
    long until = System.nanoTime() + patience.toNanos();
    socket.setSoTimeout(200);
    while (System.nanoTime() < until) {
      try {
        if (in.read() < 0) {
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
