package no.samsnakk.messaging.writing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.StreamSupport;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.transaction.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second wall: with our own conditions taken out PostgreSQL still shows nothing foreign. */
@QuarkusTest
@WithTestResource(World.class)
class ScopeTest {
  private static final String ALL = "select distinct room_id from entry";
  private static final String ALL_MARKS = "select distinct room_id from read_mark";

  /** The page of history, without the condition that asks whether she may read the room. */
  private static final String PAGE =
      "select m.room_id from entry m where m.room_id = $1 and m.seq < $2"
          + " order by m.seq desc limit 50";

  @Inject Pool pool;
  private Story story;
  private Person are;
  private Person vera;
  private Person nils;
  private UUID ares;
  private UUID nilses;

  @BeforeEach
  void begin() {
    story = new Story();
    are = story.person();
    vera = story.person();
    nils = story.person();
    ares = story.room(are, vera);
    nilses = story.room(nils);
    writesAndReads(are, ares);
    writesAndReads(nils, nilses);
  }

  private static void writesAndReads(Person person, UUID room) {
    person.opens(room);
    var sent = person.sends(room, "Hei");
    person.browser().says(new ClientFrame.Read(room, null, sent.seq()));
    person.browser().hears(ServerFrame.Marked.class);
  }

  @AfterEach
  void end() {
    story.close();
  }

  @Test
  void R9_a_page_without_our_own_condition_holds_nothing_foreign() {
    assertThat(page(vera, ares)).containsExactly(ares);
    assertThat(page(vera, nilses)).isEmpty();
    assertThat(page(nils, ares)).isEmpty();
    assertThat(page(story.person(), ares)).isEmpty();
  }

  private List<UUID> page(Person person, UUID room) {
    return in(Scope.of(person.personId()), PAGE, Tuple.of(room, Long.MAX_VALUE));
  }

  @Test
  void R9_of_all_messages_and_marks_there_are_a_person_is_shown_her_own_rooms() {
    assertThat(in(Scope.of(vera.personId()), ALL)).containsExactly(ares);
    assertThat(in(Scope.of(vera.personId()), ALL_MARKS)).containsExactly(ares);
  }

  @Test
  void R4_a_removal_takes_effect_there_too() {
    story.isRemovedSilently(vera, ares);

    assertThat(in(Scope.of(vera.personId()), ALL)).isEmpty();
  }

  @Test
  void R4_after_the_withdrawal_only_the_patient_is_shown_anything() {
    story.withdrawsSilently(ares);

    assertThat(in(Scope.of(are.personId()), ALL)).containsExactly(ares);
    assertThat(in(Scope.of(vera.personId()), ALL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"message", "read_mark", "view_interval"})
  void R9_who_does_not_say_whom_he_reads_for_is_shown_nothing(String table) {
    var query = "select room_id from " + table;

    assertThat(in(Transaction.READ_COMMITTED, query)).isEmpty();
    assertThat(in(Transaction.ONE_MOMENT, query)).isEmpty();
    assertThat(rooms(result(pool.query(query).execute()))).isEmpty();
    assertThat(Database.ask(UUID.class, "select room_id from messaging." + table)).isNotEmpty();
  }

  @Test
  void who_writes_and_who_delivers_see_every_room_and_nobody_elses_business() {
    assertThat(in(Scope.WRITER, ALL)).contains(ares, nilses);
    assertThat(in(Scope.DELIVERY, ALL)).contains(ares, nilses);
    assertThat(in(Scope.MARKS, ALL)).isEmpty();
    assertThat(in(Scope.VIEWS, ALL)).isEmpty();
    // Who had read what is changed or taken back is written down with it.
    assertThat(in(Scope.WRITER, ALL_MARKS)).contains(ares, nilses);
    assertThat(in(Scope.DELIVERY, ALL_MARKS)).isEmpty();
    assertThat(in(Scope.VIEWS, ALL_MARKS)).isEmpty();
  }

  @Test
  void R9_a_connection_carries_nobody_over_to_the_next_transaction() {
    var seen =
        result(
            pool.withConnection(
                one ->
                    one.query(Scope.of(vera.personId()))
                        .execute()
                        .compose(begun -> one.query(ALL).execute())
                        .compose(hers -> one.query("commit").execute().map(hers))
                        .compose(
                            hers -> one.query(ALL).execute().map(after -> List.of(hers, after)))
                        .compose(
                            both ->
                                one.query(Scope.DELIVERY + "; rollback; begin")
                                    .execute()
                                    .compose(begun -> one.query(ALL).execute())
                                    .compose(last -> one.query("rollback").execute().map(last))
                                    .map(last -> List.of(both.get(0), both.get(1), last)))));

    assertThat(rooms(seen.get(0))).containsExactly(ares);
    assertThat(rooms(seen.get(1))).isEmpty();
    assertThat(rooms(seen.get(2))).isEmpty();
  }

  @Test
  void R6_a_view_is_written_in_nobody_elses_name() {
    var entry =
        """
        insert into view_interval (room_id, view_id, person_id, instance_id, opened_at)
        values ($1, $2, $3, $2, now())""";
    var row = Tuple.of(ares, Ids.next(), are.personId());

    assertThatThrownBy(() -> in(Scope.of(vera.personId()), entry, row))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            PgException.class, refused -> assertThat(refused.getSqlState()).isEqualTo("42501"));
  }

  private List<UUID> in(String begin, String query) {
    return in(begin, query, Tuple.tuple());
  }

  private List<UUID> in(String begin, String query, Tuple values) {
    return rooms(result(Transaction.run(pool, begin, tx -> ask(tx, query, values))));
  }

  private static Future<Iterable<Row>> ask(SqlConnection tx, String query, Tuple values) {
    var asked = tx.preparedQuery(query).execute(values);
    return Transaction.commit(tx, List.of(asked)).map(done -> asked.result());
  }

  private static List<UUID> rooms(Iterable<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getUUID(0)).toList();
  }

  private static <T> T result(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
