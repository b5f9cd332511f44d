package no.samsnakk.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Are asks, Vera answers. */
@QuarkusTest
@WithTestResource(World.class)
class ConversationTest {
  private Story story;

  @BeforeEach
  void begin() {
    story = new Story();
  }

  @AfterEach
  void end() {
    story.close();
  }

  @Test
  void everybody_who_looks_sees_it_at_once_and_the_others_hear_that_there_is_something() {
    var are = story.person();
    var vera = story.person();
    var frida = story.person();
    var room = story.room(are, vera, frida);
    are.opens(room);
    vera.opens(room);
    frida.connects();

    var asked = are.sends(room, "Kan jeg bytte time?");

    vera.sees("Kan jeg bytte time?");
    are.sees("Kan jeg bytte time?");
    assertThat(asked.seq()).isEqualTo(1);
    var activity = frida.browser().hears(ServerFrame.Activity.class);
    assertThat(activity).isEqualTo(new ServerFrame.Activity(room, 1, false, asked.sentAt(), null));
    var rooms = frida.connects().hears(ServerFrame.Welcome.class).rooms();
    assertThat(rooms)
        .containsExactly(new ServerFrame.RoomPosition(room, 1, 0, List.of(), 0, asked.sentAt()));
    assertThat(frida.hasSeen("Kan jeg bytte time?")).isFalse();
    assertThat(vera.browser().all(ServerFrame.Activity.class)).isEmpty();
    assertThat(vera.sends(room, "Passer 17. november?").seq()).isEqualTo(2);
  }
}
