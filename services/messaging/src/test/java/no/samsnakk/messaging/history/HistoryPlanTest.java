package no.samsnakk.messaging.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import no.samsnakk.messaging.batch.Scope;
import no.samsnakk.messaging.story.Archive;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import org.junit.jupiter.api.Test;

/** A page is found by its place in the room, however long the room is. */
@QuarkusTest
@WithTestResource(World.class)
class HistoryPlanTest {
  @Inject Pool pool;

  @Test
  void a_page_reads_no_more_rows_than_it_shows() {
    try (var story = new Story()) {
      var are = story.person();
      var room = story.room(are);
      try (var archive = new Archive(room)) {
        var values = Tuple.of(room, are.personId(), 1_900L, 50);

        var plan = Archive.explain(pool, Scope.of(are.personId()), History.PAGE, values);

        if (Boolean.getBoolean("samsnakk.archive.tell")) {
          System.out.println(plan);
        }
        assertThat(plan).contains("Index Scan Backward using message_pkey").contains("rows=50");
        assertThat(plan).doesNotContain("Seq Scan on message", "Rows Removed by Filter");
      }
    }
  }
}
