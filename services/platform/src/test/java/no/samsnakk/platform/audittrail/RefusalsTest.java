package no.samsnakk.platform.audittrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.audittrail.LogOfRefusals.Instance;
import no.samsnakk.platform.audittrail.Refused.Same;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.problem.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R6 without end: whoever tries again and again is in the log, and does not fill it. */
class RefusalsTest {
  private static LogOfRefusals log;

  private final UUID nils = Ids.next();
  private final UUID room = Ids.next();
  private Instance instance = log.instance();

  @BeforeAll
  static void start() {
    log = new LogOfRefusals();
  }

  @AfterAll
  static void stop() {
    log.close();
  }

  @Test
  void R6_the_first_is_in_the_log_before_it_is_answered() throws SQLException {
    isRefused();

    assertThat(log.entriesOf(nils)).singleElement().satisfies(this::isTheFirst);
  }

  @Test
  void R6_three_hundred_at_once_are_two_entries_and_the_second_says_how_many() throws SQLException {
    var tries = IntStream.range(0, 300).mapToObj(i -> written()).toList();
    Uni.join().all(tries).andFailFast().await().indefinitely();
    log.passes(LogOfRefusals.WINDOW);
    instance.closes();

    var entries = log.entriesOf(nils);
    assertThat(entries).hasSize(2);
    isTheFirst(entries.getFirst());
    isTheCountOf(entries.getFirst(), entries.getLast(), 300);
  }

  @Test
  void R6_a_count_survives_the_instance_that_counted() throws SQLException {
    isRefused();
    isRefused();

    instance = log.instance();
    isRefused();
    log.passes(LogOfRefusals.WINDOW);
    instance.closes();

    assertThat(log.entriesOf(nils)).last().extracting(AuditRecorded::count).isEqualTo(3L);
  }

  @Test
  void one_that_was_not_repeated_is_told_once() throws SQLException {
    isRefused();
    log.passes(LogOfRefusals.WINDOW);
    instance.closes();

    assertThat(log.entriesOf(nils)).hasSize(1);
  }

  @Test
  void who_tries_again_after_the_window_is_told_of_again() throws SQLException {
    isRefused();
    log.passes(LogOfRefusals.WINDOW);
    instance.closes();
    isRefused();

    assertThat(log.entriesOf(nils)).hasSize(2).allSatisfy(this::isTheFirst);
  }

  @Test
  void R6_three_hundred_in_the_second_before_a_window_is_closed_fill_no_log() throws SQLException {
    isRefused();
    log.passes(LogOfRefusals.WINDOW);
    var tries = IntStream.range(0, 300).mapToObj(i -> written()).toList();
    Uni.join().all(tries).andFailFast().await().indefinitely();
    instance.closes();

    assertThat(log.entriesOf(nils)).extracting(AuditRecorded::count).containsExactly(null, 301L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60, -11})
  void R6_a_window_that_is_not_of_now_hides_no_refusal(int minutes) throws SQLException {
    window(minutes);

    isRefused();

    assertThat(log.entriesOf(nils)).singleElement().satisfies(this::isTheFirst);
    instance.closes();
    assertThat(log.entriesOf(nils)).hasSize(1);
    assertThat(log.windowsRefused(nils)).isEqualTo(minutes > 0 ? "1" : "0");
  }

  @Test
  void R6_many_that_such_a_window_does_not_count_are_told_with_their_number() throws SQLException {
    window(60);
    var three = new Refused(new Same(nils, room, "room-unknown"), now(), now(), 3);

    instance.tally.written(three).await().indefinitely();

    var entries = log.entriesOf(nils);
    assertThat(entries).hasSize(2);
    isTheFirst(entries.getFirst());
    isTheCountOf(entries.getFirst(), entries.getLast(), 3);
    instance.closes();
  }

  @Test
  void R6_another_room_and_another_code_are_told_for_themselves() throws SQLException {
    var elsewhere = Ids.next();
    var all =
        Stream.of(
                Refused.once(nils, room, "room-unknown", now()),
                Refused.once(nils, elsewhere, "room-unknown", now()),
                Refused.once(nils, room, "not-allowed", now()),
                Refused.once(nils, room, "room-unknown", now()))
            .toList();
    instance.windows.write(all).await().indefinitely();

    assertThat(log.entriesOf(nils)).hasSize(3);
  }

  @Test
  void R6_what_cannot_be_written_is_not_answered() throws SQLException {
    log.asSuperuser("revoke insert on gateway.outbox from samsnakk_gateway");
    try {
      assertThatThrownBy(this::isRefused).hasMessageContaining("permission denied");
    } finally {
      log.asSuperuser("grant insert on gateway.outbox to samsnakk_gateway");
    }

    isRefused();
    assertThat(log.entriesOf(nils)).hasSize(1);
  }

  @Test
  void R6_who_tries_one_room_after_the_other_is_told_of_until_the_budget_is_spent_and_then_once()
      throws SQLException {
    for (int i = 0; i < LogOfRefusals.BURST; i++) {
      assertThat(answer(Ids.next())).isEqualTo(RefusalCode.ROOM_UNKNOWN);
    }
    for (int i = 0; i < 290; i++) {
      assertThat(answer(Ids.next())).isEqualTo(RefusalCode.TOO_MANY_REQUESTS);
    }
    instance.tally.writeDown().await().indefinitely();
    log.passes(LogOfRefusals.WINDOW);
    instance.closes();

    var entries = log.entriesOf(nils);
    assertThat(entries).hasSize(LogOfRefusals.BURST + 2);
    assertThat(entries.getLast().code()).isEqualTo("too-many-requests");
    assertThat(entries.getLast().count()).isEqualTo(290L);
  }

  @Test
  void R6_who_has_nothing_left_still_hears_how_she_gets_on_and_fills_no_log() throws SQLException {
    spendAll();
    for (int i = 0; i < 20; i++) {
      assertThat(answer(RefusalCode.FRESH_LOGIN_REQUIRED, Ids.next()))
          .isEqualTo(RefusalCode.FRESH_LOGIN_REQUIRED);
    }
    instance.tally.writeDown().await().indefinitely();
    log.passes(LogOfRefusals.WINDOW);
    instance.closes();

    var entries = log.entriesOf(nils);
    assertThat(entries).hasSize(2);
    assertThat(entries.getLast().code()).isEqualTo("fresh-login-required");
    assertThat(entries.getLast().count()).isEqualTo(20L);
  }

  @Test
  void R6_three_hundred_whose_first_is_being_written_keep_nobody_from_the_database()
      throws SQLException {
    CompletableFuture<?> tries;
    try (var connection = log.nobodyWrites()) {
      tries =
          Uni.join()
              .all(IntStream.range(0, 300).mapToObj(i -> counted()).toList())
              .andFailFast()
              .subscribeAsCompletionStage();

      instance.pool.query("select 1").execute().await().atMost(Duration.ofSeconds(60));
      assertThat(tries).isNotDone();
      connection.rollback();
    }
    tries.join();
    instance.tally.writeDown().await().indefinitely();
    log.passes(LogOfRefusals.WINDOW);
    instance.closes();

    assertThat(log.entriesOf(nils)).last().extracting(AuditRecorded::count).isEqualTo(300L);
  }

  @Test
  void the_budget_fills_up_again() {
    spendAll();
    assertThatThrownBy(() -> instance.budget.require(nils))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(RefusalCode.TOO_MANY_REQUESTS));

    log.passes(Duration.ofSeconds(1));

    instance.budget.require(nils);
    assertThat(instance.budget.spend(nils)).isFalse();
    assertThat(instance.budget.spend(Ids.next())).isTrue();
  }

  private void spendAll() {
    List<Boolean> spent =
        IntStream.range(0, LogOfRefusals.BURST).mapToObj(i -> instance.budget.spend(nils)).toList();
    assertThat(spent).containsOnly(true);
  }

  private RefusalCode answer(UUID roomId) {
    return answer(RefusalCode.ROOM_UNKNOWN, roomId);
  }

  private RefusalCode answer(RefusalCode reason, UUID roomId) {
    var refusal = new Refusal(reason, roomId);
    return instance.trail.refused(nils, refusal).await().indefinitely();
  }

  /** One of his that no service has written. */
  private void window(int inMinutes) throws SQLException {
    var at = now().plus(Duration.ofMinutes(inMinutes));
    log.asSuperuser(
        """
        insert into gateway.refusal (agent_id, room_id, code, entry_id, first_at, last_at, count)
        values ('%s', '%s', 'room-unknown', gen_random_uuid(), '%s', '%s', 1)"""
            .formatted(nils, room, at, at));
  }

  private void isRefused() {
    written().await().indefinitely();
  }

  private Uni<Void> counted() {
    return instance.tally.counted(Refused.once(nils, null, "too-many-requests", now()));
  }

  private Uni<Void> written() {
    return instance.tally.written(Refused.once(nils, room, "room-unknown", now()));
  }

  private static Instant now() {
    return log.now();
  }

  private void isTheFirst(AuditRecorded entry) {
    assertThat(entry)
        .usingRecursiveComparison()
        .isEqualTo(
            AuditRecorded.firstRefused(entry.entryId(), entry.at(), nils, room, "room-unknown"));
  }

  private static void isTheCountOf(AuditRecorded first, AuditRecorded counted, long count) {
    assertThat(counted)
        .usingRecursiveComparison()
        .isEqualTo(AuditRecorded.counted(counted.entryId(), first, first.at(), count));
  }
}
