package no.samsnakk.e2e.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Participant;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Addresses;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.wire.Socket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who gets a socket, and what it does not swallow. */
@Journey
@Order(11)
class TheSocketTest {
  private final Cast cast;
  private final Professional kari;
  private final String app;
  private Room room = new Room("", "", "");

  TheSocketTest(Cast cast, Addresses addresses) {
    this.cast = cast;
    kari = cast.kari();
    app = addresses.app();
  }

  @BeforeAll
  void kariHasARoom() {
    room = cast.roomForAll("Et rom for rare rammer");
    kari.opensMyRooms();
  }

  private String ticket() {
    return kari.asks("POST", "/auth/ticket", Map.of()).path("ticket").asText();
  }

  @Test
  @Order(1)
  void withoutATicketTheUpgradeIsRefused() {
    assertThat(new Socket.Knock(app, app, null).isRefused()).isEqualTo(401);
  }

  @Test
  @Order(2)
  void aMadeUpTicketIsRefused() {
    assertThat(new Socket.Knock(app, app, "bm8tdGlja2V0").isRefused()).isEqualTo(401);
  }

  @Test
  @Order(3)
  void aTicketIsGoodOnce() {
    String ticket = ticket();
    new Socket.Knock(app, app, ticket).open().close();
    assertThat(new Socket.Knock(app, app, ticket).isRefused()).isEqualTo(401);
  }

  @Test
  @Order(4)
  void aForeignOriginAndNoneAreRefused() {
    assertThat(new Socket.Knock(app, "https://evil.example", ticket()).isRefused()).isEqualTo(403);
    assertThat(new Socket.Knock(app, null, ticket()).isRefused()).isEqualTo(403);
  }

  @Test
  @Order(5)
  void framesThatMakeNoSenseGetAnAnswerAndTheSocketGoesOn() {
    try (Socket socket = kari.opensASocket()) {
      assertThat(codeOf(socket.send("{nonsense"), "error")).isEqualTo("frame-malformed");
      assertThat(codeOf(socket.send("{\"type\":\"dance\"}"), "error"))
          .isEqualTo("frame-type-unknown");
      assertThat(codeOf(send(socket, " "), "refused")).isEqualTo("message-empty");
      assertThat(codeOf(send(socket, "x".repeat(8001)), "refused")).isEqualTo("message-too-long");
      assertThat(codeOf(send(socket, "a\\u0000b"), "refused")).isEqualTo("message-not-text");
      socket.send("{\"type\":\"ping\"}").hears("pong");
    }
  }

  @Test
  @Order(6)
  void r2TheSameMessageTwiceGetsTheSameAnswer() {
    try (Socket socket = kari.opensASocket()) {
      String frame = Participant.sendFrame(room, "Hei to ganger");
      var first = socket.send(frame).hears("accepted");
      var second = socket.send(frame).hears("accepted");
      assertThat(second).isEqualTo(first);
    }
  }

  private Socket send(Socket socket, String body) {
    return socket.send(Participant.sendFrame(room, body));
  }

  private static String codeOf(Socket socket, String type) {
    return socket.hears(type).path("code").asText();
  }
}
