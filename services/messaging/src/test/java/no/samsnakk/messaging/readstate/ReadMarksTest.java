package no.samsnakk.messaging.readstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.Mark;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has read how far. */
@QuarkusTest
@WithTestResource(World.class)
class ReadMarksTest {
  private Story story;
  private Person are;
  private Person vera;
  private UUID room;

  @BeforeEach
  void begin() {
    story = new Story();
    are = story.person();
    vera = story.person();
    room = story.room(are, vera);
    are.opens(room);
    are.sends(room, "Én");
    are.sends(room, "To");
  }

  @AfterEach
  void end() {
    story.close();
  }

  @Test
  void everybody_who_looks_sees_who_has_read() {
    vera.browser().says(new ClientFrame.Read(room, 2));

    var marked = are.browser().hears(ServerFrame.Marked.class);

    assertThat(marked.personId()).isEqualTo(vera.personId());
    assertThat(marked.seq()).isEqualTo(2);
    story.wire.hears(MessagesRead.class, it -> it.roomId().equals(room) && it.seq() == 2);
    assertThat(vera.opens(room).marks())
        .extracting(Mark::personId, Mark::seq)
        .contains(org.assertj.core.groups.Tuple.tuple(vera.personId(), 2L));
    assertThat(position(vera)).isEqualTo(2);
  }

  @Test
  void a_mark_never_goes_backwards() {
    vera.browser().says(new ClientFrame.Read(room, 2));
    are.browser().hears(ServerFrame.Marked.class);

    vera.browser().says(new ClientFrame.Read(room, 1));
    vera.browser().hearsAllThatIsComing();
    are.sends(room, "Tre");
    vera.browser().says(new ClientFrame.Read(room, 3));

    are.browser().hears(ServerFrame.Marked.class, it -> it.seq() == 3);
    assertThat(are.browser().all(ServerFrame.Marked.class))
        .extracting(ServerFrame.Marked::seq)
        .doesNotContain(1L);
  }

  @Test
  void a_mark_beyond_the_end_is_refused() {
    assertThat(refusal(vera, room, 3)).isEqualTo("seq-unknown");
    assertThat(refusal(vera, room, 0)).isEqualTo("seq-unknown");
    assertThat(refusal(vera, room, Long.MAX_VALUE)).isEqualTo("seq-unknown");
    assertThat(refusal(vera, room, Long.MIN_VALUE)).isEqualTo("seq-unknown");
    assertThat(position(vera)).isZero();
  }

  @Test
  void a_foreign_room_is_answered_like_one_that_does_not_exist() {
    var nils = story.person();

    assertThat(refusal(nils, room, 1)).isEqualTo("room-unknown");
    assertThat(refusal(nils, Ids.next(), 1)).isEqualTo("room-unknown");
  }

  private static String refusal(Person person, UUID room, long seq) {
    person.browser().forgets();
    person.browser().says(new ClientFrame.Read(room, seq));
    return person.browser().hears(ServerFrame.Refused.class).code();
  }

  private long position(Person person) {
    return person.connects().all(ServerFrame.Welcome.class).getFirst().rooms().stream()
        .filter(position -> position.roomId().equals(room))
        .findFirst()
        .orElseThrow()
        .readSeq();
  }
}
