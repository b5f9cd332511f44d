package no.samsnakk.messaging.reading.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import no.samsnakk.messaging.story.Archive;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.writing.batch.Scope;
import org.junit.jupiter.api.Test;

/** A room is opened by reading what is shown of it, however long it is. */
@QuarkusTest
@WithTestResource(World.class)
class NewestPlanTest {
  @Inject Pool pool;

  @Test
  void an_opening_reads_no_more_rows_than_it_shows() {
    try (var story = new Story()) {
      var are = story.person();
      var room = story.room(are);
      try (var archive = new Archive(room)) {
        var values = Tuple.of(new UUID[] {room}, new Long[] {0L}, are.personId());

        var plan = Archive.explain(pool, Scope.of(are.personId()), EntryReader.NEWEST_OF, values);

        if (Boolean.getBoolean("samsnakk.archive.tell")) {
          System.out.println(plan);
        }
        // Straight from the index or by a bitmap of it, as PostgreSQL likes.
        assertThat(plan)
            .contains("entry_pkey", "Index Cond: ((room_id = w.room_id) AND (seq > w.after_seq))")
            .doesNotContain("Seq Scan on entry", "Rows Removed by Filter: 1950");
      }
    }
  }
}
