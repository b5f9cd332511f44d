package no.samsnakk.messaging.wire.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import java.util.Set;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.messaging.story.Browser;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/** Frames that somebody has broken, through a real socket. */
@QuarkusTest
@WithTestResource(World.class)
class SocketFuzzTest {
  private static final Set<Integer> STABLE = Set.of(1009, 4408, 4429);
  private static final int ROUNDS = 60;
  private static final int EACH = 50;

  @Test
  void after_three_thousand_broken_frames_the_next_good_one_is_answered() {
    var random = new Random(20_261_124);
    try (var story = new Story()) {
      var are = story.person();
      var vera = story.person();
      var room = story.room(are, vera);
      var frames = frames(room);
      var browser = are.connects();
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < EACH; i++) {
          browser.says(broken(frames.get(random.nextInt(frames.size())), random));
        }
        browser = survives(browser, are);
      }

      are.closesAll();
      assertThat(are.connects().sends(room, Ids.next(), "Er du der ennå?").seq()).isPositive();
      assertThat(vera.opens(room).lastSeq()).isPositive();
    }
  }

  private static List<String> frames(java.util.UUID room) {
    return List.<ClientFrame>of(
            new ClientFrame.Hello(List.of(new ClientFrame.Resume(room, 0))),
            new ClientFrame.Open(room, 3L),
            new ClientFrame.Open(room, Long.MIN_VALUE),
            new ClientFrame.Close(room),
            ClientFrame.Send.text(room, Ids.next(), "Hei"),
            new ClientFrame.Read(room, null, 1),
            new ClientFrame.Read(room, null, Long.MAX_VALUE),
            new ClientFrame.Typing(room))
        .stream()
        .map(Browser::write)
        // A kind that nobody knows is said to be for a newer instance.
        .map(frame -> frame.replace("\"kind\":\"TEXT\",", ""))
        .toList();
  }

  /** The same socket answers, or it was closed with a code that says why. */
  private static Browser survives(Browser browser, Person are) {
    if (browser.isOpen()) {
      browser.hearsAllThatIsComing();
      assertThat(browser.all(ServerFrame.ErrorFrame.class))
          .extracting(ServerFrame.ErrorFrame::code)
          .doesNotContain("temporarily-unavailable");
      assertThat(browser.all(ServerFrame.Refused.class))
          .extracting(ServerFrame.Refused::code)
          .doesNotContain("temporarily-unavailable", "log-unavailable");
      browser.forgets();
      return browser;
    }
    assertThat(STABLE).contains(browser.isClosedWith());
    return are.connects();
  }

  private static String broken(String frame, Random random) {
    var text = new StringBuilder(frame);
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(5)) {
        case 0 -> text.setCharAt(at, (char) (random.nextInt(0xD7FF) + 1));
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
        case 3 -> text.append(frame, at % frame.length(), frame.length());
        default -> text.insert(at, "{}[]\":,\\u0-".charAt(random.nextInt(11)));
      }
    }
    return text.toString();
  }
}
