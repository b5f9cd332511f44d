package no.samsnakk.messaging.wire.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.wire.socket.Incoming.Frame;
import no.samsnakk.messaging.wire.socket.Incoming.Unusable;
import no.samsnakk.messaging.wire.socket.Incoming.WithoutId;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
  private static final String SEND =
      "{\"type\":\"send\",\"roomId\":\"%s\",\"clientId\":\"%s\",\"body\":\"Hei\"}";

  @Test
  void a_frame_is_read() {
    var room = Ids.next();
    var id = Ids.next();

    assertThat(FrameReader.read(SEND.formatted(room, id)))
        .isEqualTo(new Frame(ClientFrame.Send.text(room, id, "Hei")));
  }

  @Test
  void fields_of_tomorrow_are_passed_over() {
    assertThat(FrameReader.read("{\"type\":\"ping\",\"mood\":\"good\"}"))
        .isEqualTo(new Frame(new ClientFrame.Ping()));
  }

  @Test
  void a_message_that_is_wrong_in_nothing_but_its_id_is_told_so() {
    var room = Ids.next();

    assertThat(FrameReader.read(SEND.formatted(room, "x"))).isEqualTo(new WithoutId(room));
  }

  @Test
  void nothing_is_said_twice_and_nothing_follows() {
    var malformed = new Unusable(RefusalCode.FRAME_MALFORMED);
    var room = Ids.next();

    assertThat(FrameReader.read("[\"ping\",{}]")).isEqualTo(malformed);
    assertThat(FrameReader.read("{\"type\":\"ping\"} {}")).isEqualTo(malformed);
    assertThat(
            FrameReader.read(
                SEND.formatted(room, Ids.next()).replace("\"Hei\"", "\"Hei\",\"body\":\"Nei\"")))
        .isEqualTo(malformed);
  }

  @Test
  void whatever_comes_nothing_is_thrown() {
    var random = new Random(4711);
    var frame = SEND.formatted(Ids.next(), Ids.next());
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder(frame);
      for (int change = random.nextInt(6); change >= 0; change--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) random.nextInt(0x10000));
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, "{}[]\":,\\u0".charAt(random.nextInt(10)));
        }
      }
      assertThat(FrameReader.read(text.toString()))
          .isInstanceOfAny(Frame.class, Unusable.class, WithoutId.class);
    }
  }

  @Test
  void deep_nesting_is_no_frame() {
    assertThat(FrameReader.read("[".repeat(60_000)))
        .isEqualTo(new Unusable(RefusalCode.FRAME_MALFORMED));
    assertThat(FrameReader.read("{\"type\":\"ping\",\"x\":" + "[".repeat(30_000)))
        .isEqualTo(new Unusable(RefusalCode.FRAME_MALFORMED));
  }
}
