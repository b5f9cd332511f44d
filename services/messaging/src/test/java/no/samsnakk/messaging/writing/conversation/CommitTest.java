package no.samsnakk.messaging.writing.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one failure that comes after every statement has succeeded. */
@QuarkusTest
@WithTestResource(World.class)
class CommitTest extends RoomOfAre {
  @BeforeEach
  void theDatabaseRefusesItsMessagesAtTheCommitAlone() {
    Database.run(
        """
        create function messaging.refuse() returns trigger language plpgsql as
        $$ begin raise exception 'not today'; end $$\
        """);
    Database.run(
        """
        create constraint trigger refuse_at_the_commit after insert on messaging.entry
        deferrable initially deferred for each row
        when (new.room_id = '%s') execute function messaging.refuse()\
        """
            .formatted(room));
  }

  @AfterEach
  void itTakesThemAgain() {
    Database.run("drop function messaging.refuse() cascade");
  }

  @Test
  void R2_what_fails_only_at_the_commit_is_not_accepted() {
    var id = Ids.next();

    assertThat(are.browser().isRefused(room, id, "Hei")).isEqualTo("temporarily-unavailable");
    Database.run("drop trigger refuse_at_the_commit on messaging.entry");

    assertThat(are.browser().sends(room, id, "Hei").seq()).isEqualTo(1);
  }
}
