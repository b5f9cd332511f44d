package no.samsnakk.local;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.message.DescribeClusterRequestData;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.ApiVersionsRequest;
import org.apache.kafka.common.requests.DescribeClusterRequest;
import org.apache.kafka.common.requests.RequestHeader;

/**
 * Speaks Kafka's protocol in the clear and does not say who he is. To a client of Kafka's own a
 * Kafka that does not answer him is like one that is slow: the connection is closed without a word,
 * and it tries again.
 */
final class Stranger {
  private static final short VERSION = 0;

  /** Which requests it knows. */
  static final AbstractRequest VERSIONS = new ApiVersionsRequest.Builder().build(VERSION);

  private static final AbstractRequest CLUSTER =
      new DescribeClusterRequest.Builder(new DescribeClusterRequestData()).build(VERSION);

  private Stranger() {}

  /** Whether Kafka, or its controller, tells him what cluster it is. */
  static boolean isHeard(String address) throws IOException {
    return isHeard(address, CLUSTER);
  }

  /** Whether it answers this. */
  static boolean isHeard(String address, AbstractRequest asked) throws IOException {
    var at = address.split(":", 2);
    try (var socket = new Socket(at[0], Integer.parseInt(at[1]))) {
      socket.setSoTimeout(60_000);
      return isAnswered(socket, asked);
    }
  }

  /** An answer has its length and the number of what was asked, and more: eight bytes at least. */
  private static boolean isAnswered(Socket socket, AbstractRequest asked) throws IOException {
    var header = new RequestHeader(asked.apiKey(), VERSION, "stranger", 42);
    var request = asked.serializeWithHeader(header);
    var octets = ByteBuffer.allocate(Integer.BYTES + request.remaining());
    octets.putInt(request.remaining()).put(request);
    try {
      socket.getOutputStream().write(octets.array());
      return socket.getInputStream().readNBytes(8).length == 8;
    } catch (SocketException closed) {
      return false;
    }
  }
}
