package no.samsnakk.audit.seats;

import static no.samsnakk.audit.log.AuditLog.LOG;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import no.samsnakk.audit.night.Night;

/**
 * Looks for seats without an approval, one instance at a time, and remembers those it has found.
 * Nothing that is said of a time to come is believed: it would keep the next comparison away.
 */
@ApplicationScoped
class SeatCheck {
  private static final String TAKE_TURN =
      "select 1 from turn where name = 'seats' for update skip locked";
  private static final String DUE =
      """
      select coalesce((select max(at) from seat_check where at <= $3) < $1, true)
        or exists (select from seat_without_approval where told_at is null and found_at <= $2)""";
  private static final String COMPARE =
      """
      with found as (%s),
      gone as (
        delete from seat_without_approval s where not exists (
          select from found f where f.room_id = s.room_id and f.person_id = s.person_id))
      insert into seat_without_approval (room_id, person_id, found_at)
      select room_id, person_id, $1 from found
      on conflict (room_id, person_id) do update set found_at = excluded.found_at
      where seat_without_approval.found_at > excluded.found_at"""
          .formatted(sql());
  private static final String TELL =
      """
      update seat_without_approval set told_at = $1 where told_at is null and found_at <= $2
      returning room_id, person_id""";
  private static final String DONE =
      "insert into seat_check (at) values ($1) on conflict do nothing";
  private static final String LAST = "select max(at) from seat_check where at <= $1";
  private static final String COUNT =
      "select count(*) from seat_without_approval where told_at is not null";

  private final Pool pool;
  private final SeatCheckConfig config;
  private final Clock clock;

  SeatCheck(Pool pool, SeatCheckConfig config, Clock clock) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Compares if that is due and nobody else is at it, and tells of what has been without an
   * approval for too long.
   *
   * @return how many seats have been told of and are still there
   */
  Uni<Long> look() {
    var now = clock.instant();
    return pool.withTransaction(
            transaction ->
                isDue(transaction, now)
                    .chain(due -> due ? compare(transaction, now) : Uni.createFrom().voidItem()))
        .chain(() -> pool.query(COUNT).execute())
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** When they were compared last, if ever. */
  Uni<Optional<Instant>> last() {
    return pool.preparedQuery(LAST)
        .execute(Tuple.of(utc(clock.instant())))
        .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime(0)))
        .map(last -> last.map(OffsetDateTime::toInstant));
  }

  private Uni<Boolean> isDue(SqlConnection transaction, Instant now) {
    var struck = utc(Night.lastStruck(config.at(), now));
    var waited = utc(now.minus(config.patience()));
    return transaction
        .query(TAKE_TURN)
        .execute()
        .chain(
            taken ->
                taken.size() > 0
                    ? transaction
                        .preparedQuery(DUE)
                        .execute(Tuple.of(struck, waited, utc(now)))
                        .map(SeatCheck::yes)
                    : Uni.createFrom().item(false));
  }

  private Uni<Void> compare(SqlConnection transaction, Instant now) {
    var waited = utc(now.minus(config.patience()));
    return transaction
        .preparedQuery(COMPARE)
        .execute(Tuple.of(utc(now)))
        .chain(() -> transaction.preparedQuery(TELL).execute(Tuple.of(utc(now), waited)))
        .invoke(told -> told.forEach(SeatCheck::tell))
        .chain(() -> transaction.preparedQuery(DONE).execute(Tuple.of(utc(now))))
        .replaceWithVoid();
  }

  private static void tell(Row seat) {
    LOG.seatWithoutApproval(seat.getUUID("room_id"), seat.getUUID("person_id"));
  }

  private static boolean yes(RowSet<Row> rows) {
    return rows.iterator().next().getBoolean(0);
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static String sql() {
    try (InputStream file =
        Objects.requireNonNull(
            SeatCheck.class.getResourceAsStream("/db/seats-without-approval.sql"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
