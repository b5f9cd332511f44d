package no.samsnakk.contracts.conversation;

import static no.samsnakk.contracts.ContractFiles.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import no.samsnakk.contracts.refusal.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not a frame is refused, with a code and without its text (R9, R11). */
class FramesTest {
  private static final String ROOM = "\"roomId\":\"01991d2e-7c00-7000-8000-000000000101\"";
  private static final String ID = "\"clientId\":\"01991d2e-7c00-7000-8000-000000000402\"";

  @Test
  void aFrameIsRead() {
    assertInstanceOf(ClientFrame.Send.class, Frames.read(text("examples/frame/client/send.json")));
  }

  @Test
  void anOpeningNeedNotSayHowFarItHasCome() {
    assertInstanceOf(ClientFrame.Open.class, Frames.read("{\"type\":\"open\"," + ROOM + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "secret",
        "[\"secret\"]",
        "[\"ping\",{}]",
        " ",
        "\"secret\"",
        "{\"body\":\"secret\"}",
        "{\"type\":null,\"body\":\"secret\"}",
        "{\"type\":\"send\",\"body\":\"secret\"}",
        "{\"type\":\"open\",\"roomId\":\"secret\"}",
        "{\"type\":\"open\",\"roomId\":null}",
        "{\"type\":\"hello\"}",
        "{\"type\":\"hello\",\"rooms\":[null]}",
        "{\"type\":\"hello\",\"rooms\":\"secret\"}",
        "{\"type\":\"ping\"} secret",
        "{\"type\":\"ping\",\"type\":\"ping\"}",
        "{\"type\":\"ping\"",
        "{\"type\":\"read\"," + ROOM + "}",
        "{\"type\":\"read\"," + ROOM + ",\"seq\":\"7\"}",
        "{\"type\":\"read\"," + ROOM + ",\"seq\":7.5}",
        "{\"type\":\"read\"," + ROOM + ",\"seq\":99999999999999999999}"
      })
  void aMalformedFrameIsRefusedWithoutItsText(String text) {
    var refused = assertThrows(FrameRefused.class, () -> Frames.read(text));

    assertEquals(RefusalCode.FRAME_MALFORMED, refused.code());
    assertFalse(refused.toString().contains("secret"));
    assertNull(refused.getCause());
  }

  @Test
  void aTypeThatNobodyKnowsIsRefusedAsSuch() {
    var refused = assertThrows(FrameRefused.class, () -> Frames.read("{\"type\":\"secret\"}"));

    assertEquals(RefusalCode.FRAME_TYPE_UNKNOWN, refused.code());
    assertFalse(refused.toString().contains("secret"));
  }

  @Test
  void noMessageTextIsInWhatAFrameSaysOfItself() {
    var send = (ClientFrame.Send) Frames.read(text("examples/frame/client/send.json"));

    assertFalse(send.toString().contains(send.payload().get("body").asText()));
  }
}
