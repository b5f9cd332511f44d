package no.samsnakk.messaging.reading.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import no.samsnakk.messaging.story.Archive;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.writing.batch.Scope;
import org.junit.jupiter.api.Test;

/** A page is found by its place in the room, however long the room is. */
@QuarkusTest
@WithTestResource(World.class)
class PagePlanTest {
  private static final String SCAN = "Index Scan Backward using entry_pkey";

  @Inject Pool pool;

  @Test
  void a_page_reads_no_more_rows_than_it_shows() {
    try (var story = new Story()) {
      var are = story.person();
      var room = story.room(are);
      try (var archive = new Archive(room)) {
        var values = Tuple.of(room, are.personId(), 1_900L, 50);

        var plan = Archive.explain(pool, Scope.of(are.personId()), EntryReader.PAGE, values);

        if (Boolean.getBoolean("samsnakk.archive.tell")) {
          System.out.println(plan);
        }
        assertThat(plan).contains(SCAN).doesNotContain("Seq Scan on entry");
        // What comes before it looks at rooms' small tables, in whatever way.
        assertThat(plan.substring(plan.indexOf(SCAN)))
            .contains("rows=50")
            .doesNotContain("Rows Removed by Filter");
      }
    }
  }

  @Test
  void what_changes_or_takes_back_its_texts_is_found_by_them() {
    try (var story = new Story()) {
      var are = story.person();
      var room = story.room(are);
      try (var archive = new Archive(room)) {
        var values = Tuple.of(room, are.personId(), 1_900L, 50);

        var plan =
            Archive.explain(pool, Scope.of(are.personId()), EntryReader.NEXT_ABOUT_PAGE, values);

        assertThat(plan)
            .contains("entry_correction")
            .doesNotContain("Seq Scan on entry", "Rows Removed by Filter");
      }
    }
  }
}
