package no.samsnakk.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
  /** More than there are ports for a connection's own end. */
  private static final int OFTEN = 30_000;

  /** Linux's; those of macOS begin higher. */
  private static final int LOWEST_OF_CONNECTIONS = 32_768;

  /** Linux gives a connection's own end an even port of these, and now and then this one. */
  @Test
  void nobodyAnswersWhereNobodyListensHoweverOftenOneAsks() {
    int port =
        IntStream.generate(PortsTest::likeOnesOfConnections)
            .limit(100)
            .filter(it -> it % 2 == 0)
            .findFirst()
            .orElse(40_000);

    long answers = IntStream.range(0, OFTEN).filter(_ -> Ports.answers(port)).count();

    assertEquals(0, answers);
    assertFalse(Ports.taken(port));
  }

  @Test
  void aFreePortIsNoneThatAConnectionGetsForItsOwnEnd() throws IOException {
    try (ServerSocket listening = new ServerSocket(Ports.free())) {
      assertTrue(Ports.taken(listening.getLocalPort()));
      assertTrue(listening.getLocalPort() < LOWEST_OF_CONNECTIONS);
    }
  }

  private static int likeOnesOfConnections() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
