package no.samsnakk.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(World.class)
class LedgerTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String CHECK_VIOLATION = "23514";

  private static final UUID CONCERNED = UUID.randomUUID();
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123456Z");
  private static final String TELLERS =
      "select coalesce(teller, '-') from audit.entry where entry_id = '%s' order by seq";

  @Inject Ledger ledger;
  @Inject LedgerVerifier verifier;
  @Inject Pool pool;

  @Test
  void R7_entries_stand_in_a_row_without_gaps_and_the_chain_is_whole() {
    var entries = List.of(entry(), entry(), entry());

    var head = append(entries.toArray(AuditRecorded[]::new));

    assertThat(
            Log.texts(
                "select entry_id::text from audit.entry where seq between %d and %d order by seq"
                    .formatted(head.seq() - 2, head.seq())))
        .isEqualTo(entries.stream().map(entry -> "" + entry.entryId()).toList());
    assertThat(verify()).isInstanceOf(Verdict.Whole.class);
  }

  @Test
  void R12_what_is_seen_twice_is_in_the_log_once() {
    var entry = entry();
    append(entry);

    assertThatCode(() -> append(entry, entry)).doesNotThrowAnyException();
    assertThat(Log.count("audit.entry where entry_id = '" + entry.entryId() + "'")).isOne();
  }

  @Test
  void R6_an_id_belongs_to_its_teller() {
    var his = AuditRecorded.refused(Ids.next(), AT, Ids.next(), null, "not-allowed");
    var theirs = AuditRecorded.success(his.entryId(), AT, AuditAction.SIGNED_IN, Ids.next(), null);

    assertThat(take(told("notifications", his))).isEmpty();
    assertThat(take(told("rooms", theirs), told("gateway", his), told("rooms", theirs))).isEmpty();

    assertThat(tellersOf(his)).containsExactly("notifications", "rooms", "gateway");
    assertThat(verify()).isInstanceOf(Verdict.Whole.class);
  }

  @Test
  void R6_another_content_under_a_known_id_is_an_entry_too_and_is_told_once() {
    var first = told("rooms", entry());
    var another = told("rooms", about(first.entry()));

    assertThat(take(first, another)).containsExactly(another);
    assertThat(take(another, first, another)).isEmpty();

    assertThat(tellersOf(first.entry())).containsExactly("rooms", "rooms");
    var row = "audit.entry where entry_id = '%s' and concerns is null";
    assertThat(Log.count(row.formatted(first.entry().entryId()))).isOne();

    assertThat(take(told("rooms", first.entry().onBehalfOf(CONCERNED)))).hasSize(1);
    assertThat(verify()).isInstanceOf(Verdict.Whole.class);
  }

  @Test
  void R12_what_was_told_before_tellers_were_kept_is_known_by_what_it_says() {
    var old = entry();
    assertThat(take(told(null, old))).isEmpty();
    Log.asSuperuser(
        "update audit.entry set content = null where entry_id = '%s'".formatted(old.entryId()));

    assertThat(take(told("rooms", old), told("gateway", about(old)))).isEmpty();
    assertThat(take(told("rooms", old), told("gateway", about(old)), told(null, old))).isEmpty();

    assertThat(tellersOf(old)).containsExactly("-", "gateway");
    assertThat(verify()).isInstanceOf(Verdict.Whole.class);
  }

  /** Whoever has a teller's key can do so; what he tells is in the log, and keeps nobody out. */
  @Test
  void R6_however_many_entries_have_one_id_the_next_is_taken() {
    var id = Ids.next();
    var many = Stream.generate(() -> told("rooms", withId(id))).limit(500).toArray(Told[]::new);

    assertThat(take(many)).hasSize(many.length - 1);
    assertThat(take(many)).isEmpty();
    assertThat(take(told("rooms", withId(id)), told("gateway", withId(id)))).hasSize(1);

    assertThat(Log.count("audit.entry where entry_id = '%s'".formatted(id)))
        .isEqualTo(many.length + 2);
  }

  @Test
  void R7_many_who_append_at_once_take_turns() {
    var entries = Stream.generate(() -> List.of(entry(), entry())).limit(40).toList();

    var all =
        entries.stream().map(two -> pool.withTransaction(tx -> ledger.append(tx, two))).toList();
    assertThatCode(() -> Uni.join().all(all).andFailFast().await().indefinitely())
        .doesNotThrowAnyException();

    assertThat(Log.number("select max(seq) - count(*) from audit.entry")).isZero();
    assertThat(Log.texts("select entry_id::text from audit.entry"))
        .containsAll(
            entries.stream().flatMap(List::stream).map(one -> "" + one.entryId()).toList());
    assertThat(verify()).isInstanceOf(Verdict.Whole.class);
  }

  /** An advisory lock belongs to the whole database: whoever connects could hold it instead. */
  @Test
  void R6_no_other_service_holds_up_who_appends() throws SQLException {
    var held =
        pool.withTransaction(
            tx ->
                ledger
                    .append(tx, List.of(entry()))
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(head -> Log.advisoryLocks()));

    assertThat(held.await().indefinitely()).isZero();
    try (var other = Log.otherService();
        var jdbc = other.createStatement()) {
      assertThatThrownBy(() -> jdbc.execute("select 1 from audit.turn for update"))
          .isInstanceOfSatisfying(
              SQLException.class,
              refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }
  }

  @Test
  void a_transaction_that_fails_uses_no_number() {
    var head = append(entry());
    assertThatThrownBy(
            () ->
                pool.withTransaction(
                        tx ->
                            ledger
                                .append(tx, List.of(entry()))
                                .chain(() -> tx.query("select 1/0").execute()))
                    .await()
                    .indefinitely())
        .isNotNull();

    assertThat(append(entry()).seq()).isEqualTo(head.seq() + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit.entry set reason = 'x'",
        "delete from audit.entry",
        "truncate audit.entry",
        "drop table audit.entry",
        "alter table audit.entry drop constraint hash_is_of_the_content",
        "alter table audit.entry disable trigger all",
        "grant update on audit.entry to samsnakk_audit",
        "create table audit.mine (id int)",
        "update audit.set_aside set topic = 'x'",
        "delete from audit.set_aside"
      })
  void R7_the_running_service_can_add_and_nothing_else(String statement) throws SQLException {
    append(entry());
    try (var runtime = Log.runtimeRole();
        var jdbc = runtime.createStatement()) {
      assertThat(jdbc.executeQuery("select count(*) from audit.entry").next()).isTrue();
      // PostgreSQL warns and grants nothing, where one may not grant.
      if (statement.startsWith("grant")) {
        jdbc.execute(statement);
        assertThat(mayUpdate()).isFalse();
      } else {
        assertThatThrownBy(() -> jdbc.execute(statement))
            .isInstanceOfSatisfying(
                SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
      }
    }
  }

  @Test
  void R7_the_running_service_owns_nothing_in_the_log() {
    assertThat(Log.texts("select distinct tableowner from pg_tables where schemaname = 'audit'"))
        .containsExactly("samsnakk_audit_owner");
    assertThat(
            Log.texts(
                "select rolname from pg_roles where pg_has_role('samsnakk_audit', oid, 'member')"))
        .containsExactly("samsnakk_audit");
  }

  @Test
  void R7_postgresql_refuses_a_hash_that_is_not_of_the_content() throws SQLException {
    append(entry());
    try (var runtime = Log.runtimeRole();
        var jdbc = runtime.createStatement()) {
      assertThatThrownBy(
              () ->
                  jdbc.execute(
                      """
                      insert into audit.entry (seq, entry_id, recorded_at, at, action, outcome,
                        agent_id, canonical, prev_hash, hash)
                      select seq + 1, gen_random_uuid(), now(), now(), 'SIGNED_IN', 'SUCCESS',
                        agent_id, 'something', hash, hash
                      from audit.entry order by seq desc limit 1"""))
          .isInstanceOfSatisfying(
              SQLException.class,
              refused -> assertThat(refused.getSQLState()).isEqualTo(CHECK_VIOLATION));
    }
  }

  private static boolean mayUpdate() {
    return Log.texts("select has_table_privilege('samsnakk_audit', 'audit.entry', 'update')")
        .equals(List.of("t"));
  }

  private Head append(AuditRecorded... entries) {
    return pool.withTransaction(tx -> ledger.append(tx, Stream.of(entries).toList()))
        .await()
        .indefinitely();
  }

  private List<Told> take(Told... told) {
    return pool.withTransaction(tx -> ledger.take(tx, List.of(told))).await().indefinitely();
  }

  private static Told told(@Nullable String teller, AuditRecorded entry) {
    return new Told(teller, entry);
  }

  private static AuditRecorded withId(UUID id) {
    return AuditRecorded.success(id, AT, AuditAction.SIGNED_IN, UUID.randomUUID(), null);
  }

  private static AuditRecorded about(AuditRecorded entry) {
    return entry.about(null, CONCERNED);
  }

  private static List<String> tellersOf(AuditRecorded entry) {
    return Log.texts(TELLERS.formatted(entry.entryId()));
  }

  private Verdict verify() {
    return verifier.verify().await().indefinitely();
  }

  private static AuditRecorded entry() {
    var agent = UUID.randomUUID();
    return AuditRecorded.success(Ids.next(), AT, AuditAction.SIGNED_IN, agent, null);
  }
}
