package no.samsnakk.platform.audittrail;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.Complete;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.log.Warnings;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;
import no.samsnakk.platform.settings.ServiceName;

/**
 * Exchanges counts whose window is over for the entries that tell of them. One that cannot be told
 * is none of the service's making, and neither is one that is dated in time to come: it is set
 * aside in {@code window_refused}, so that it keeps no other open, and the operator is warned.
 */
@Startup
@ApplicationScoped
class OverWindows {
  /** How many windows that are over one transaction closes, and as many of a time to come. */
  static final int CLOSED_TOGETHER = 500;

  /** By less than this, between two instances. What is dated later than that is of no instance. */
  static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  /** Two scans of one index each: with an "or" a generic plan reads every window that is open. */
  private static final String TAKE =
      """
      delete from %1$s where ctid = any(
        array(select ctid from %1$s where first_at <= $1
          order by first_at limit $2 for update skip locked)
        || array(select ctid from %1$s where first_at >= $3
          order by first_at limit $2 for update skip locked))
      returning\s""";

  private static final String SET_ASIDE =
      "insert into window_refused (counted, why) values ($1, $2)";

  private final Pool pool;
  private final Outbox outbox;
  private final String schema;
  private final Warnings warnings;

  OverWindows(Pool pool, Outbox outbox, @ServiceName String schema, MeterRegistry metrics) {
    this.pool = pool;
    this.outbox = outbox;
    this.schema = schema;
    this.warnings = new Warnings(metrics.counter("samsnakk." + schema + ".windows.refused"));
  }

  /** What takes windows out of this table, for {@link #close}. */
  static String taking(String table, String columns) {
    return TAKE.formatted(table) + columns;
  }

  /**
   * What tells of a window.
   *
   * @throws IllegalArgumentException if nobody could take it in
   */
  static OutboxRecord counted(AuditRecorded first, Instant last, long count) {
    var entry = AuditRecorded.counted(Ids.next(), first, last, count);
    return AuditTrail.record(Complete.check(entry));
  }

  /**
   * Takes some counts out and appends what tells of them, both or neither: of windows that are
   * over. Those that begin or end clearly after now are set aside.
   *
   * @param take is {@link #taking} of a table
   * @param told fails if the row cannot be told
   * @return whether there may be more
   */
  Uni<Boolean> close(
      String take, Instant now, Duration window, Function<Row, Stream<OutboxRecord>> told) {
    var toCome = utc(now.plus(CLOCKS_DIFFER));
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(take)
                .execute(Tuple.of(utc(now.minus(window)), CLOSED_TOGETHER, toCome))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .call(rows -> exchange(transaction, rows, toCome, told))
                .map(rows -> rows.size() >= CLOSED_TOGETHER));
  }

  private Uni<Void> exchange(
      SqlClient transaction,
      List<Row> rows,
      OffsetDateTime toCome,
      Function<Row, Stream<OutboxRecord>> told) {
    List<OutboxRecord> records = new ArrayList<>();
    List<Tuple> others = new ArrayList<>();
    for (var row : rows) {
      try {
        requireBefore(toCome, row);
        records.addAll(told.apply(row).toList());
      } catch (RuntimeException e) {
        others.add(Tuple.of(row.toJson(), e.getClass().getSimpleName()));
      }
    }
    return outbox.append(transaction, records).chain(() -> setAside(transaction, others));
  }

  private static void requireBefore(OffsetDateTime toCome, Row row) {
    if (!row.getOffsetDateTime("first_at").isBefore(toCome)
        || !row.getOffsetDateTime("last_at").isBefore(toCome)) {
      throw new DateTimeException("in time to come");
    }
  }

  private Uni<Void> setAside(SqlClient transaction, List<Tuple> others) {
    if (others.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(SET_ASIDE)
        .executeBatch(others)
        .invoke(() -> others.forEach(this::tell))
        .replaceWithVoid();
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private void tell(Tuple other) {
    warnings.tell(since -> LOG.windowRefused(since, schema, other.getString(1)));
  }
}
