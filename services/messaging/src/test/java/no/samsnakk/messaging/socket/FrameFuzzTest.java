package no.samsnakk.messaging.socket;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import no.samsnakk.messaging.socket.Incoming.Frame;
import no.samsnakk.messaging.socket.Incoming.Unusable;
import no.samsnakk.messaging.socket.Incoming.WithoutId;

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
      case Unusable(String code) -> mustBeKnown(code);
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

  private static void mustBeKnown(String code) {
    if (!code.equals("frame-malformed") && !code.equals("frame-type-unknown")) {
      throw new AssertionError("No stable code");
    }
  }
}
