package no.samsnakk.audit.seats;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R1: whoever is seated by other means than the patient's yes is found, and nobody else. */
@QuarkusTest
@WithTestResource(World.class)
class SeatCheckTest {
  private static final Instant EVENING = Instant.parse("2026-11-26T20:00:00Z");

  /** Who has the turn and has come as far as to ask when the last one was. */
  private static final String WAITING =
      "pg_stat_activity where usename = 'samsnakk_audit' and wait_event_type = 'Lock'";

  @Inject Ledger ledger;
  @Inject Pool pool;

  private final UUID room = Ids.next();
  private final UUID are = Ids.next();
  private final UUID kari = Ids.next();
  private final UUID nils = Ids.next();

  /** As rooms leaves it behind, with what it tells. */
  @BeforeEach
  void are_has_consented_and_kari_sits_in_his_room() {
    Log.asSuperuser(
        "delete from audit.seat_check; delete from audit.seat_without_approval;"
            + " delete from rooms.seat; delete from rooms.room");
    Log.asSuperuser("insert into rooms.room values ('%s', 'ACTIVE', '%s', 2)".formatted(room, are));
    seats(are, "PATIENT", "ACTIVE");
    seats(kari, "HELPER", "ACTIVE");
    told(kari, AuditAction.SEAT_PROPOSED, kari);
    told(are, AuditAction.CONSENT_GIVEN, null);
    told(are, AuditAction.SEAT_APPROVED, kari);
  }

  @Test
  void R1_in_an_ordinary_database_nobody_is_found() {
    seats(nils, "HELPER", "PROPOSED");
    told(kari, AuditAction.SEAT_PROPOSED, nils);

    assertThat(found()).isEmpty();
  }

  @Test
  void R1_a_database_administrator_who_seats_somebody_is_found_out_and_exactly_he() {
    seats(nils, "HELPER", "ACTIVE");

    assertThat(found()).containsExactly(nils.toString());
  }

  /** An advisory lock belongs to the whole database: whoever connects could hold it instead. */
  @Test
  void R1_no_other_service_keeps_the_seats_from_being_compared() throws SQLException {
    try (var administrator = Log.superuser();
        var jdbc = administrator.createStatement()) {
      administrator.setAutoCommit(false);
      jdbc.execute("lock table audit.seat_check");
      var looking = check(EVENING).look().subscribeAsCompletionStage();
      await().until(() -> Log.count(WAITING) == 1);

      assertThat(Log.advisoryLocks()).isZero();

      administrator.rollback();
      assertThat(looking).succeedsWithin(Duration.ofSeconds(60));
    }
  }

  @Test
  void R1_who_was_removed_and_sits_again_is_found() {
    told(are, AuditAction.SEAT_REMOVED, kari);

    assertThat(found()).containsExactly(kari.toString());
  }

  @Test
  void R1_who_was_proposed_again_and_not_approved_again_is_found() {
    told(are, AuditAction.SEAT_REMOVED, kari);
    told(are, AuditAction.SEAT_PROPOSED, kari);

    assertThat(found()).containsExactly(kari.toString());
  }

  @Test
  void R1_an_approval_in_another_room_is_none() {
    seats(nils, "HELPER", "ACTIVE");
    append(entry(are, AuditAction.SEAT_APPROVED, Ids.next(), nils));

    assertThat(found()).containsExactly(nils.toString());
  }

  @Test
  void R1_a_patient_who_has_withdrawn_may_read_and_a_room_that_was_opened_again_is_found() {
    told(are, AuditAction.CONSENT_WITHDRAWN, null);
    Log.asSuperuser(
        "update rooms.room set status = 'WITHDRAWN'; update rooms.seat set status = 'REMOVED'"
            + " where part = 'HELPER'");
    assertThat(found()).isEmpty();

    Log.asSuperuser("update rooms.room set status = 'ACTIVE'");

    assertThat(found()).containsExactly(are.toString());
  }

  @Test
  void R1_whoever_makes_himself_the_patient_is_found() {
    Log.asSuperuser("update rooms.room set patient_id = '%s'".formatted(nils));
    seats(nils, "PATIENT", "ACTIVE");

    assertThat(found()).contains(nils.toString());
  }

  @Test
  void what_is_on_its_way_to_the_log_is_not_told() {
    seats(nils, "HELPER", "ACTIVE");
    assertThat(told(EVENING)).isZero();

    told(are, AuditAction.SEAT_APPROVED, nils);

    assertThat(told(EVENING.plus(Duration.ofHours(1)))).isZero();
    assertThat(Log.count("audit.seat_without_approval")).isZero();
  }

  @Test
  void what_has_not_come_after_an_hour_is_told_once_and_counted_until_it_is_gone() {
    seats(nils, "HELPER", "ACTIVE");
    assertThat(told(EVENING)).isZero();

    assertThat(told(EVENING.plus(Duration.ofHours(1)))).isEqualTo(1);
    assertThat(told(EVENING.plus(Duration.ofHours(2)))).isEqualTo(1);

    Log.asSuperuser("delete from rooms.seat where person_id = '%s'".formatted(nils));
    assertThat(told(EVENING.plus(Duration.ofDays(1)))).isZero();
  }

  @Test
  void R1_what_is_said_of_a_time_to_come_hides_nobody() {
    seats(nils, "HELPER", "ACTIVE");
    Log.asSuperuser(
        "insert into audit.seat_check values ('2099-01-01');"
            + " insert into audit.seat_without_approval values ('%s', '%s', '2099-01-01')"
                .formatted(room, nils));

    told(EVENING);

    assertThat(told(EVENING.plus(Duration.ofHours(1)))).isEqualTo(1);
  }

  @Test
  void once_a_night() {
    told(EVENING);
    told(EVENING.plusSeconds(60));
    assertThat(Log.count("audit.seat_check")).isEqualTo(1);

    told(EVENING.plus(Duration.ofDays(1)));
    assertThat(Log.count("audit.seat_check")).isEqualTo(2);
  }

  private List<String> found() {
    Log.asSuperuser("delete from audit.seat_check");
    told(EVENING);
    return Log.texts("select person_id::text from audit.seat_without_approval order by 1");
  }

  private long told(Instant now) {
    return check(now).look().await().indefinitely();
  }

  private SeatCheck check(Instant now) {
    return new SeatCheck(pool, new Config(), Clock.fixed(now, ZoneOffset.UTC));
  }

  private void seats(UUID person, String part, String status) {
    Log.asSuperuser(
        "insert into rooms.seat values ('%s', '%s', '%s', '%s', '%s', null)"
            .formatted(room, Ids.next(), person, part, status));
  }

  private void told(UUID agent, AuditAction action, @Nullable UUID whom) {
    append(entry(agent, action, room, whom));
  }

  private AuditRecorded entry(UUID agent, AuditAction action, UUID roomId, @Nullable UUID whom) {
    return AuditRecorded.success(Ids.next(), EVENING, action, agent, roomId).about(are, whom);
  }

  private void append(AuditRecorded entry) {
    pool.withTransaction(tx -> ledger.append(tx, List.of(entry))).await().indefinitely();
  }

  private record Config() implements SeatCheckConfig {
    @Override
    public LocalTime at() {
      return LocalTime.of(2, 45);
    }

    @Override
    public Duration look() {
      return Duration.ofMinutes(1);
    }

    @Override
    public Duration patience() {
      return Duration.ofHours(1);
    }
  }
}
