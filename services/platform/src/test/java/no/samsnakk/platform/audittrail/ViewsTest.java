package no.samsnakk.platform.audittrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.audittrail.LogOfRefusals.Instance;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Outboxes;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R6 without end: whoever looks again and again is in the log, and does not fill it. */
class ViewsTest {
  @AutoClose private static final LogOfRefusals log = new LogOfRefusals();

  private final UUID vera = Ids.next();
  private final UUID room = Ids.next();
  private final UUID hers = Ids.next();
  private Instance instance = log.instance();

  @Test
  void R6_the_first_is_in_the_log_before_anything_is_shown() throws SQLException {
    looks(room, hers);

    assertThat(log.entriesOf(vera))
        .singleElement()
        .satisfies(
            first -> {
              assertThat(first.count()).isNull();
              assertThat(first.agentOrganisationId()).isEqualTo(hers);
            });
  }

  @Test
  void R6_the_count_survives_the_instance_that_counted() throws SQLException {
    looks(room, hers);
    looks(room, hers);

    instance = log.instance();
    looks(room, hers);
    log.passes(LogOfRefusals.WINDOW);
    log.instance().closes();

    var entries = log.entriesOf(vera);
    assertThat(entries).hasSize(2);
    assertThat(entries.getLast().count()).isEqualTo(3);
    assertThat(entries.getLast().viewId()).isEqualTo(entries.getFirst().entryId());
  }

  @Test
  void R6_another_room_and_another_organisation_are_told_for_themselves() throws SQLException {
    looks(room, hers);
    looks(Ids.next(), hers);
    looks(room, Ids.next());

    assertThat(log.entriesOf(vera)).hasSize(3);
  }

  @Test
  void who_looks_once_is_told_of_once() throws SQLException {
    looks(room, hers);
    log.passes(LogOfRefusals.WINDOW);
    instance.closes();

    assertThat(log.entriesOf(vera)).hasSize(1);
  }

  @Test
  void R6_a_window_that_is_over_counts_nothing_more_even_if_nobody_has_closed_it()
      throws SQLException {
    looks(room, hers);
    looks(room, hers);
    log.passes(LogOfRefusals.WINDOW);
    looks(room, hers);
    instance.closes();

    assertThat(log.entriesOf(vera))
        .extracting(AuditRecorded::count)
        .containsExactly(null, null, 2L);
  }

  @Test
  void R6_a_count_that_cannot_be_told_keeps_no_other_open_and_the_operator_is_warned()
      throws SQLException {
    log.asSuperuser(
        """
        insert into gateway.viewing
          (agent_id, room_id, action, entry_id, first_at, last_at, count)
        values (gen_random_uuid(), gen_random_uuid(), 'NONSENSE', gen_random_uuid(),
          '2026-11-01', '2026-11-01', 2)""");
    looks(room, hers);
    looks(room, hers);
    log.passes(LogOfRefusals.WINDOW);
    instance.closes();

    assertThat(log.entriesOf(vera)).extracting(AuditRecorded::count).containsExactly(null, 2L);
    var kept =
        "select count(*) from gateway.window_refused where counted ->> 'action' = 'NONSENSE'";
    assertThat(log.ask(kept)).isEqualTo("1");
    assertThat(instance.metrics.counter("samsnakk.gateway.windows.refused").count()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "2999-01-01, 2999-01-01, 1",
    "2999-01-01, 2999-01-01, 2",
    "2026-11-01, 2999-01-01, 2",
    "2026-11-01, infinity, 2"
  })
  void R6_a_window_of_a_time_to_come_is_not_told_but_kept_for_the_operator(
      String first, String last, int count) throws SQLException {
    window(first, last, count);

    instance.closes();

    assertThat(log.entriesOf(vera)).isEmpty();
    assertThat(log.windowsRefused(vera)).isEqualTo("1");
    assertThat(instance.metrics.counter("samsnakk.gateway.windows.refused").count()).isOne();
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "1, 1", "0, 60"})
  void R6_a_window_of_a_time_to_come_hides_no_look(int first, int last) throws SQLException {
    window(inMinutes(first), inMinutes(last), 1);

    looks(room, hers);

    assertThat(log.entriesOf(vera)).hasSize(1);
    instance.closes();
    log.passes(LogOfRefusals.WINDOW);
    instance.closes();
    assertThat(log.entriesOf(vera)).hasSize(1);
    assertThat(log.windowsRefused(vera)).isEqualTo("1");
  }

  @Test
  void R6_who_looks_where_another_instances_clock_is_a_little_ahead_is_counted()
      throws SQLException {
    var ahead = log.now().plusSeconds(59).toString();
    window(ahead, ahead, 1);

    looks(room, hers);
    log.passes(LogOfRefusals.WINDOW.plusSeconds(59));
    instance.closes();

    assertThat(log.entriesOf(vera)).extracting(AuditRecorded::count).containsExactly(2L);
  }

  @Test
  void R6_views_are_told_of_although_refusals_cannot_be() throws SQLException {
    looks(room, hers);
    looks(room, hers);
    log.passes(LogOfRefusals.WINDOW);
    log.asSuperuser("revoke delete on gateway.refusal from samsnakk_gateway");
    try {
      assertThatThrownBy(instance::closes).hasMessageContaining("permission denied");
    } finally {
      log.asSuperuser("grant delete on gateway.refusal to samsnakk_gateway");
    }

    assertThat(log.entriesOf(vera)).extracting(AuditRecorded::count).containsExactly(null, 2L);
  }

  private static String inMinutes(int minutes) {
    return log.now().plus(Duration.ofMinutes(minutes)).toString();
  }

  /** One of hers that no service has written. */
  private void window(String first, String last, int count) throws SQLException {
    log.asSuperuser(
        """
        insert into gateway.viewing
          (agent_id, room_id, action, organisation_id, entry_id, first_at, last_at, count)
        values ('%s', '%s', 'ROOM_VIEWED', '%s', gen_random_uuid(), '%s', '%s', %d)"""
            .formatted(vera, room, hers, first, last, count));
  }

  private void looks(UUID where, UUID onBehalfOf) {
    var view =
        AuditRecorded.success(Ids.next(), log.now(), AuditAction.ROOM_VIEWED, vera, where)
            .onBehalfOf(onBehalfOf);
    var outbox = Outboxes.of("gateway", log.clock());
    instance
        .pool
        .withTransaction(
            transaction ->
                instance
                    .views
                    .count(
                        view,
                        parameters ->
                            transaction
                                .preparedQuery(ViewWindows.COUNT)
                                .execute(parameters)
                                .map(
                                    rows ->
                                        StreamSupport.stream(rows.spliterator(), false)
                                            .map(row -> row.getUUID("entry_id"))
                                            .toList()))
                    .chain(told -> outbox.append(transaction, told)))
        .await()
        .indefinitely();
  }
}
