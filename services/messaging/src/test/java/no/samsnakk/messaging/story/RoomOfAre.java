package no.samsnakk.messaging.story;

import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.EntryCommitted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Anew for each test: Are's room, with Vera in it, and nothing said yet. */
public abstract class RoomOfAre {
  protected Story story;
  protected Person are;
  protected Person vera;
  protected UUID room;

  @BeforeEach
  void begin() {
    story = new Story();
    are = story.person();
    vera = story.person();
    room = story.room(are, vera);
  }

  @AfterEach
  void end() {
    story.close();
  }

  /** How far a room has come. */
  protected static long last(UUID in) {
    return Database.ask(
            Long.class, "select last_seq from messaging.conversation where room_id = ?", in)
        .getFirst();
  }

  /** Whom an entry of his room wakes by name, as its event says. */
  protected final List<UUID> wakes(long seq) {
    return story
        .wire
        .hears(EntryCommitted.class, it -> it.roomId().equals(room) && it.seq() == seq)
        .wakes();
  }
}
