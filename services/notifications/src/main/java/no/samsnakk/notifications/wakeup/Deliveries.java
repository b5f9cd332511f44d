package no.samsnakk.notifications.wakeup;

import static no.samsnakk.notifications.log.NotificationsLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import no.samsnakk.notifications.NotificationsConfig;
import no.samsnakk.notifications.wakeup.Delivery.Channel;

/** Hands deliveries to a channel, one at a time, and remembers how it went. */
@ApplicationScoped
public class Deliveries {
  private static final String DROP =
      """
      delete from delivery d
      where d.channel = $1 and d.next_attempt_at <= $2 and d.former_email is null
        and case when d.room_id is null
          then not exists (
            select from wakeup w where w.wakeup_id = any(d.wakeup_ids) and w.told_at is not null)
          else not exists (select from proposal_letter l where l.room_id = d.room_id) end""";

  /** Taken by moving the next attempt away: should we die, another goes on from there. */
  private static final String TAKE =
      """
      update delivery set attempts = attempts + 1,
        next_attempt_at = $2::timestamptz
          + least($3::float8 * power(2, least(attempts, 30)), $4::float8) * interval '1 millisecond'
      where delivery_id = (
        select delivery_id from delivery where channel = $1 and next_attempt_at <= $2
        order by next_attempt_at limit 1 for update skip locked)
      returning delivery_id, person_id, subscription_id, room_id, former_email, is_request,
        attempts""";

  /** With a proposal's letter goes the address. */
  private static final String DONE =
      """
      with done as (delete from delivery where delivery_id = $1 returning room_id)
      delete from proposal_letter l using done d where l.room_id = d.room_id""";

  private final Pool pool;
  private final NotificationsConfig.Retry retry;
  private final Clock clock;
  private final MeterRegistry metrics;

  Deliveries(Pool pool, NotificationsConfig config, Clock clock, MeterRegistry metrics) {
    this.pool = pool;
    this.retry = config.retry();
    this.clock = clock;
    this.metrics = metrics;
    for (var channel : Channel.values()) {
      count("sent", channel, 0);
      count("failed", channel, 0);
      count("given.up", channel, 0);
    }
  }

  /**
   * Sends all that is due by this channel, one after the other, outside of any transaction (R12).
   *
   * @param send fails if it may be tried again later
   */
  public Uni<Void> sendDue(Channel channel, Function<Delivery, Uni<Void>> send) {
    return pool.preparedQuery(DROP)
        .execute(Tuple.of(channel.name(), now()))
        .chain(() -> sendNext(channel, send))
        .repeat()
        .whilst(sent -> sent)
        .collect()
        .last()
        .onFailure()
        .invoke(failure -> LOG.lookingFailed(failure.getClass().getSimpleName()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private Uni<Boolean> sendNext(Channel channel, Function<Delivery, Uni<Void>> send) {
    var parameters =
        Tuple.of(channel.name(), now(), millis(retry.first()), millis(retry.longest()));
    return pool.preparedQuery(TAKE)
        .execute(parameters)
        .chain(
            taken ->
                taken.rowCount() == 0
                    ? Uni.createFrom().item(false)
                    : send(channel, first(taken), send).replaceWith(true));
  }

  private Uni<Void> send(Channel channel, Delivery delivery, Function<Delivery, Uni<Void>> send) {
    return Uni.createFrom()
        .deferred(() -> send.apply(delivery))
        .onItemOrFailure()
        .transformToUni(
            (sent, failure) ->
                failure == null
                    ? sent(channel, delivery)
                    : failed(channel, delivery, failure.getClass().getSimpleName()));
  }

  private Uni<Void> sent(Channel channel, Delivery delivery) {
    count("sent", channel, 1);
    return done(delivery.deliveryId());
  }

  private Uni<Void> failed(Channel channel, Delivery delivery, String cause) {
    count("failed", channel, 1);
    if (delivery.attempt() < retry.attempts()) {
      LOG.sendingFailed(channel.name(), delivery.deliveryId(), cause, delivery.attempt());
      return Uni.createFrom().voidItem();
    }
    count("given.up", channel, 1);
    LOG.givenUp(channel.name(), delivery.deliveryId(), cause, delivery.attempt());
    return done(delivery.deliveryId());
  }

  private Uni<Void> done(UUID deliveryId) {
    return pool.preparedQuery(DONE).execute(Tuple.of(deliveryId)).replaceWithVoid();
  }

  private void count(String what, Channel channel, int number) {
    metrics.counter("samsnakk.notifications." + what, "channel", channel.name()).increment(number);
  }

  private static Delivery first(RowSet<Row> rows) {
    return Delivery.of(rows.iterator().next());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static double millis(Duration duration) {
    return duration.toMillis();
  }
}
