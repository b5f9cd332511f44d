package no.samsnakk.messaging.wire.socket;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.wire.socket.Incoming.Frame;
import no.samsnakk.messaging.wire.socket.Incoming.Unusable;
import no.samsnakk.messaging.wire.socket.Incoming.WithoutId;

/**
 * Whatever comes, the frame decoder makes a frame of it or says with a stable code that it is none.
 * In the normal run the corpus beside this class is played again; how to fuzz stands in
 * docs/operations/fuzzing.md.
 */
class FrameFuzzTest {
  private static final int LARGEST = 65_536;

  @FuzzTest(maxExecutions = 100_000)
  void whatever_comes_nothing_is_thrown(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (text.length() > LARGEST) {
      return;
    }
    switch (FrameReader.read(text)) {
      case Frame(var frame) -> mustBeReadAgain(frame);
      case Unusable(var code) -> mustBeKnown(code);
      case WithoutId(var roomId) -> java.util.Objects.requireNonNull(roomId);
    }
  }

  /** What was understood means the same when it is written and read again. */
  private static void mustBeReadAgain(no.samsnakk.contracts.conversation.ClientFrame frame) {
    var again = FrameReader.read(no.samsnakk.messaging.story.Browser.write(frame));
    if (!again.equals(new Frame(frame))) {
      throw new AssertionError("Another frame when it is read again");
    }
  }

  private static void mustBeKnown(RefusalCode code) {
    if (code != RefusalCode.FRAME_MALFORMED && code != RefusalCode.FRAME_TYPE_UNKNOWN) {
      throw new AssertionError("No stable code");
    }
  }
}
