package no.samsnakk.messaging.story;

import java.util.UUID;
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
}
