package no.samsnakk.messaging.writing.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.samsnakk.messaging.story.Archive;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The second wall (row-level security) costs those who write nothing for each row; and a plan that
 * was made once, perhaps for tables that were empty, is good for ever.
 */
@QuarkusTest
@WithTestResource(World.class)
class BatchPlansTest {
  @Inject Pool pool;
  private final Story story = new Story();
  private Archive archive;
  private UUID[] rooms;

  @BeforeEach
  void begin() {
    archive = new Archive(story.room(story.person()));
    rooms = archive.rooms();
  }

  @AfterEach
  void end() {
    archive.close();
    story.close();
  }

  @Test
  void the_look_for_repeats_uses_the_unique_index_and_asks_nothing_of_rooms() {
    var plan = explain(BatchStatements.EXISTING, Tuple.of(rooms, ids(), ids()));

    assertThat(plan).contains("entry_room_id_sender_id_client_id_key").contains("loops=10");
    assertThat(plan).doesNotContain("Seq Scan on entry");
    assertThat(roomsAsked(plan)).isZero();
  }

  @Test
  void the_right_to_write_is_asked_once_for_a_batch_and_not_in_rooms() {
    var plan =
        explain(
            BatchStatements.KEEP,
            Tuple.tuple()
                .addArrayOfUUID(rooms)
                .addArrayOfLong(of(Long[]::new, () -> Archive.EACH + 1L))
                .addArrayOfUUID(ids())
                .addArrayOfUUID(ids())
                .addArrayOfUUID(ids())
                .addArrayOfUUID(ids())
                .addArrayOfString(of(String[]::new, () -> "VISIBLE"))
                .addArrayOfString(of(String[]::new, () -> "TEXT"))
                .addArrayOfInteger(of(Integer[]::new, () -> 1))
                .addArrayOfBuffer(of(Buffer[]::new, () -> Buffer.buffer("x")))
                .addArrayOfOffsetDateTime(of(OffsetDateTime[]::new, OffsetDateTime::now))
                .addArrayOfLong(of(Long[]::new, () -> 1L))
                .addArrayOfLong(of(Long[]::new, () -> null))
                .addArrayOfBoolean(of(Boolean[]::new, () -> null)));

    assertThat(plan).contains("Insert on entry").doesNotContain("access_v1", "on seat");
  }

  @ParameterizedTest
  @MethodSource("statements")
  void the_plan_for_any_parameters_reads_no_table_through(String statement) {
    assertThat(Archive.generic(pool, Scope.WRITER, statement)).doesNotContain("Seq Scan on");
  }

  static List<String> statements() {
    return List.of(
        BatchStatements.LOCK,
        BatchStatements.ACCESS,
        BatchStatements.EVERYBODYS_ACCESS,
        BatchStatements.EXISTING,
        BatchStatements.ROWS,
        BatchStatements.TEXTS,
        BatchStatements.SAID_BY_EACH,
        BatchStatements.SAID_BY_ALL,
        BatchStatements.KEEP);
  }

  @Test
  void no_statement_is_planned_twice() {
    var mode = pool.query("show plan_cache_mode").execute().map(Archive::text);

    assertThat(mode.toCompletionStage().toCompletableFuture().join())
        .isEqualTo("force_generic_plan");
  }

  private String explain(String statement, Tuple values) {
    var plan = Archive.explain(pool, Scope.WRITER, statement, values);
    if (Boolean.getBoolean("samsnakk.archive.tell")) {
      System.out.println(plan);
    }
    return plan;
  }

  /** How often rows of rooms' seats were looked for. */
  private static long roomsAsked(String plan) {
    return plan.lines()
        .filter(line -> line.contains("on seat") && !line.contains("never executed"))
        .count();
  }

  private UUID[] ids() {
    return of(UUID[]::new, Ids::next);
  }

  private static <T> T[] of(java.util.function.IntFunction<T[]> array, Supplier<T> each) {
    return Stream.generate(each).limit(10).toArray(array);
  }
}
