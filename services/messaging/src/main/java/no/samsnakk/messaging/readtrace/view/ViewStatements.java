package no.samsnakk.messaging.readtrace.view;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.samsnakk.messaging.live.delivery.Subscription;
import no.samsnakk.messaging.live.instance.Lease;

/** The rows that say which views are open, and where. */
@ApplicationScoped
class ViewStatements {
  private static final String OPEN =
      """
      insert into view_interval
        (room_id, view_id, person_id, organisation_id, instance_id, from_seq, to_seq, opened_at)
      select room_id, view_id, person_id, organisation_id, $8, from_seq, to_seq, opened_at
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[],
        $7::timestamptz[]) v(room_id, view_id, person_id, organisation_id, from_seq, to_seq, opened_at)""";

  /**
   * Also one that was found open meanwhile: this instance knows better how far it went. Not one
   * that it has closed before: the answer to that may have been lost.
   */
  private static final String CLOSE =
      """
      update view_interval v set closed_at = $4, to_seq = c.to_seq, found_open = false
      from unnest($1::uuid[], $2::uuid[], $3::bigint[]) c(room_id, view_id, to_seq)
      where v.room_id = c.room_id and v.view_id = c.view_id
        and (v.closed_at is null or v.found_open)
      returning v.view_id""";

  private final Lease lease;

  ViewStatements(Lease lease) {
    this.lease = lease;
  }

  Future<?> open(SqlConnection tx, List<Subscription> views) {
    if (views.isEmpty()) {
      return Future.succeededFuture();
    }
    return tx.preparedQuery(OPEN)
        .execute(
            Tuple.of(
                ids(views, Subscription::roomId),
                ids(views, Subscription::viewId),
                ids(views, Subscription::personId),
                ids(views, Subscription::organisationId),
                longs(views, Subscription::fromSeq),
                longs(views, Subscription::sent),
                views.stream()
                    .map(view -> view.openedAt().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new),
                lease.instanceId()));
  }

  /** Answers those that have ended by it: each once, however often its end is told. */
  Future<List<EndedView>> close(SqlConnection tx, List<EndedView> views, Instant at) {
    return tx.preparedQuery(CLOSE)
        .execute(
            Tuple.of(
                ids(views, EndedView::roomId),
                ids(views, EndedView::viewId),
                longs(views, EndedView::toSeq),
                at.atOffset(ZoneOffset.UTC)))
        .map(
            rows -> {
              Set<UUID> closed = new HashSet<>();
              rows.forEach(row -> closed.add(row.getUUID(0)));
              return views.stream().filter(view -> closed.contains(view.viewId())).toList();
            });
  }

  private static <T> UUID[] ids(List<T> views, Function<T, UUID> id) {
    return views.stream().map(id).toArray(UUID[]::new);
  }

  private static <T> Long[] longs(List<T> views, Function<T, Long> number) {
    return views.stream().map(number).toArray(Long[]::new);
  }
}
