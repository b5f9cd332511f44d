package no.samsnakk.messaging.wire.socket;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import no.samsnakk.contracts.log.StackTraces;
import no.samsnakk.messaging.story.Browser;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.RawClient;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Browsers go away whenever they like: that is no fault, and no stack trace of an operator's. */
@QuarkusTest
@WithTestResource(World.class)
class AbortedTest extends RoomOfAre {
  private static final String TICKETS_WAITING =
      "select count(*) from pg_locks where not granted"
          + " and relation = 'messaging.used_ticket'::regclass";

  private final StackTraces stackTraces = StackTraces.listen();

  @AfterEach
  void listenNoMore() {
    stackTraces.close();
  }

  @Test
  void one_who_leaves_while_the_ticket_is_looked_at_leaves_no_stack_trace()
      throws IOException, SQLException {
    for (int round = 0; round < 10; round++) {
      leavesFiveTimesOnTheWayIn();
      // All five places are there again: what became of the five is over.
      await().until(() -> Browser.refusal(are.ticket(), World.ORIGIN) == 101);
    }

    assertThat(stackTraces.logged()).isEmpty();
  }

  private void leavesFiveTimesOnTheWayIn() throws IOException, SQLException {
    try (var connection = Database.connect()) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute("lock table messaging.used_ticket in access exclusive mode");
      List<RawClient> knocking = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        knocking.add(RawClient.knocks(are.ticket(), World.ORIGIN));
      }
      await().until(() -> Database.ask(Long.class, TICKETS_WAITING).getFirst() >= 5);
      for (var gone : knocking) {
        gone.close();
      }
      connection.rollback();
    }
  }
}
