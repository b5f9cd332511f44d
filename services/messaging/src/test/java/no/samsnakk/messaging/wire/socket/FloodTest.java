package no.samsnakk.messaging.wire.socket;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import no.samsnakk.messaging.story.Browser;
import no.samsnakk.messaging.story.RawClient;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.wire.connection.Sockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of an attacker's own making: whatever it sends, it holds little here, and not long. */
@QuarkusTest
@WithTestResource(World.class)
class FloodTest extends RoomOfAre {
  /** What the buffers of both kernels take in, and a good deal more; a flood is forty. */
  private static final long FEW_OCTETS = 8_000_000;

  private static final byte[] MOST_OF_A_PING = new byte[125];
  private static final byte[] JSON_PING = "{\"type\":\"ping\"}".getBytes(StandardCharsets.US_ASCII);

  @Inject Sockets sockets;

  @Test
  void pings_to_a_socket_that_never_reads_hold_little_and_it_is_cut() throws IOException {
    var ping = RawClient.frame(RawClient.PING, true, MOST_OF_A_PING);

    isCutWhileItReadsNothing(RawClient.times(100, ping));
  }

  @Test
  void frames_that_are_answered_to_a_socket_that_never_reads_hold_little_and_it_is_cut()
      throws IOException {
    var ping = RawClient.frame(RawClient.TEXT, true, JSON_PING);

    isCutWhileItReadsNothing(RawClient.times(100, ping));
  }

  private void isCutWhileItReadsNothing(byte[] octets) throws IOException {
    try (var flood = RawClient.connect(vera.ticket(), World.ORIGIN)) {
      flood.floods(octets);

      await().until(() -> sockets.of(vera.personId()).isEmpty());
      assertThat(flood.handed()).isLessThan(FEW_OCTETS);
    }
    assertThat(are.connects().isOpen()).isTrue();
  }

  @Test
  void pings_are_answered_and_more_than_anybody_needs_close_the_socket() throws IOException {
    var ping = RawClient.frame(RawClient.PING, true, "puls".getBytes(StandardCharsets.US_ASCII));
    try (var client = RawClient.connect(vera.ticket(), World.ORIGIN)) {
      client.sends(ping);
      assertThat(client.reads(RawClient.PONG))
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo("puls");

      client.floods(RawClient.times(20, ping));

      assertThat(client.isClosedWith()).isEqualTo(4429);
    }
  }

  @Test
  void pongs_that_nobody_asked_for_count_as_frames() throws IOException {
    try (var client = RawClient.connect(vera.ticket(), World.ORIGIN)) {
      client.floods(RawClient.times(20, RawClient.frame(RawClient.PONG, true, MOST_OF_A_PING)));

      assertThat(client.isClosedWith()).isEqualTo(4429);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {RawClient.TEXT, RawClient.BINARY})
  void fragments_without_end_end_the_socket(int kind) throws IOException {
    try (var client = RawClient.connect(vera.ticket(), World.ORIGIN)) {
      client.sends(RawClient.frame(kind, false, new byte[1_000]));
      client.floods(RawClient.frame(RawClient.CONTINUATION, false, new byte[1_000]));

      assertThat(client.isClosedWith()).isEqualTo(1009);
    }
  }

  @Test
  void fragments_with_nothing_in_them_count_as_frames() throws IOException {
    try (var client = RawClient.connect(vera.ticket(), World.ORIGIN)) {
      client.sends(RawClient.frame(RawClient.TEXT, false, new byte[0]));
      client.floods(
          RawClient.times(20, RawClient.frame(RawClient.CONTINUATION, false, new byte[0])));

      assertThat(client.isClosedWith()).isEqualTo(4429);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {65_537, 131_073, 10_000_000})
  void a_frame_over_the_limit_is_told_1009_however_large_it_is(int octets) throws IOException {
    try (var client = RawClient.connect(vera.ticket(), World.ORIGIN)) {
      client.floods(RawClient.frame(RawClient.TEXT, true, new byte[octets]));

      assertThat(client.isClosedWith()).isEqualTo(1009);
      assertThat(client.isDroppedWithin(Duration.ofSeconds(60))).isTrue();
    }
  }

  @Test
  void a_message_in_fragments_that_fits_is_taken() throws IOException {
    try (var client = RawClient.connect(vera.ticket(), World.ORIGIN)) {
      client.sends(
          RawClient.frame(RawClient.TEXT, false, "{\"type\":".getBytes(StandardCharsets.US_ASCII)));
      client.sends(RawClient.frame(RawClient.PING, true, new byte[0]));
      client.sends(
          RawClient.frame(
              RawClient.CONTINUATION, true, "\"ping\"}".getBytes(StandardCharsets.US_ASCII)));

      assertThat(client.reads(RawClient.TEXT)).asString(StandardCharsets.UTF_8).contains("pong");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 7, 11, 15})
  void a_frame_of_a_kind_that_there_is_not_is_a_protocol_error(int opcode) throws IOException {
    try (var client = RawClient.connect(vera.ticket(), World.ORIGIN)) {
      client.sends(RawClient.frame(opcode, true, new byte[0]));

      assertThat(client.isClosedWith()).isEqualTo(1002);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Connection: keep-alive\r\n"})
  void an_upgrade_that_does_not_ask_for_one_opens_nothing_and_spends_nothing(String connection)
      throws IOException {
    var ticket = vera.ticket();

    assertThat(RawClient.answer(connection, ticket, World.ORIGIN)).isEqualTo(426);

    assertThat(Browser.refusal(ticket, World.ORIGIN)).as("its ticket is still good").isEqualTo(101);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-WebSocket-Version: 13\r\n",
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: \r\n",
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: tull og tull\r\n",
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25j\r\n",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
        "Sec-WebSocket-Version: 12\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
      })
  void a_broken_handshake_opens_nothing_and_spends_nothing(String handshake) throws IOException {
    var ticket = vera.ticket();

    // Without any key it is no upgrade to Quarkus either: 404.
    assertThat(RawClient.answerTo(handshake, ticket, World.ORIGIN)).isIn(404, 426);

    assertThat(Browser.refusal(ticket, World.ORIGIN)).as("its ticket is still good").isEqualTo(101);
  }
}
