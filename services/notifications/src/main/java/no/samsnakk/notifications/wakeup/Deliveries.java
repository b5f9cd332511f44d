package no.samsnakk.notifications.wakeup;

import static no.samsnakk.notifications.log.NotificationsLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import no.samsnakk.notifications.NotificationsConfig;
import no.samsnakk.notifications.wakeup.Delivery.Channel;
import no.samsnakk.notifications.wakeup.Delivery.Outcome;

/** Hands deliveries to a channel, some at a time, and remembers how it went. */
@ApplicationScoped
public class Deliveries {
  /** For one letter or push, from the address to the end of the answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Longer than that: what has been taken is nobody else's until then. */
  static final Duration OURS_FOR = Duration.ofMinutes(1);

  /**
   * Taken by moving the next attempt away: should we die, another goes on from there. Whether there
   * still is a reason, and whether an answer is still waited for, is looked at here, right before
   * it goes.
   */
  private static final String TAKE =
      """
      update delivery d set attempts = attempts + 1, next_attempt_at = $3
      where delivery_id = (
        select delivery_id from delivery where channel = $1 and next_attempt_at <= $2
        order by next_attempt_at limit 1 for update skip locked)
      returning delivery_id, person_id, subscription_id, room_id, former_email, wakeup_ids, attempts,
        case when d.room_id is not null then d.is_request
          else exists (
            select from wakeup w
            where w.wakeup_id = any(d.wakeup_ids) and w.planned_at is not null
              and w.kind = 'REQUEST')
        end as is_request,
        case when d.former_email is not null then true
          when d.room_id is null then exists (
            select from wakeup w where w.wakeup_id = any(d.wakeup_ids) and w.planned_at is not null)
          else exists (select from proposal_letter l where l.room_id = d.room_id)
        end as has_reason""";

  private static final String AGAIN =
      """
      update delivery set next_attempt_at = $2::timestamptz + pause_after(attempts - 1, $3, $4)
      where delivery_id = $1""";

  /** Nothing plans it anew: so it rests where it is. */
  private static final String REST =
      """
      update delivery set next_attempt_at = $2::timestamptz + pause_after(attempts - $5, $3, $4)
      where delivery_id = $1""";

  /** It tells of what there was when it was taken; with a proposal's letter goes the address. */
  private static final String SENT =
      """
      with sent as (
        delete from delivery where delivery_id = $1 and wakeup_ids = $3 returning room_id),
      told as (
        update wakeup w set told_at = $2, rounds = 0
        where w.wakeup_id = any($3) and w.planned_at is not null and w.told_at is null)
      delete from proposal_letter l using sent s where l.room_id = s.room_id""";

  /** What has been added meanwhile is yet to be told. */
  private static final String SENT_AND_MORE =
      """
      update delivery set attempts = 0, next_attempt_at = $2,
        wakeup_ids = array(select unnest(wakeup_ids) except select unnest($3::uuid[]))
      where delivery_id = $1 and attempts = $4 and wakeup_ids <> $3""";

  /**
   * What it was to tell of is still to be told: the planner finds that nothing is under way. Not
   * one that has been begun anew meanwhile.
   */
  private static final String GIVEN_UP =
      """
      with given_up as (
        delete from delivery where delivery_id = $1 and attempts = $5 returning room_id)
      update proposal_letter l set planned_at = null, rounds = rounds + 1,
        due_at = $2::timestamptz + pause_after(rounds, $3, $4)
      from given_up g where l.room_id = g.room_id""";

  /** Unless it has been given another reason meanwhile. */
  private static final String WITHOUT_REASON =
      "delete from delivery where delivery_id = $1 and wakeup_ids = $2";

  /**
   * It has been: that is not to wait until nobody holds it any more. Not where another holds it by
   * now.
   */
  private static final String FOR_ANOTHER_REASON =
      """
      update delivery set attempts = 0, next_attempt_at = $2
      where delivery_id = $1 and attempts = $3""";

  private final Pool pool;
  private final NotificationsConfig.Retry retry;
  private final Map<Channel, Semaphore> free = new EnumMap<>(Channel.class);
  private final Clock clock;
  private final MeterRegistry metrics;

  Deliveries(Pool pool, NotificationsConfig config, Clock clock, MeterRegistry metrics) {
    this.pool = pool;
    this.retry = config.retry();
    this.clock = clock;
    this.metrics = metrics;
    for (var channel : Channel.values()) {
      free.put(channel, new Semaphore(config.atOnce()));
      count("sent", channel, 0);
      count("failed", channel, 0);
      count("given.up", channel, 0);
    }
  }

  /**
   * Sends all that is due by this channel, some at once, outside of any transaction (R12). It
   * answers when it has looked; what it has found is sent in the background, so that nobody waits
   * for another's mail server.
   *
   * @param send answers whether it has gone; fails if it may be tried again later
   */
  public Uni<Void> sendDue(Channel channel, Function<Delivery, Uni<Outcome>> send) {
    var places = Objects.requireNonNull(free.get(channel));
    if (!places.tryAcquire()) {
      return Uni.createFrom().voidItem();
    }
    return take(channel)
        .onFailure()
        .invoke(() -> places.release())
        .invoke(
            taken ->
                taken.ifPresentOrElse(
                    delivery -> {
                      goOn(
                          send(channel, delivery, send).eventually(() -> places.release()),
                          channel,
                          send);
                      goOn(Uni.createFrom().voidItem(), channel, send);
                    },
                    places::release))
        .onFailure()
        .invoke(failure -> LOG.lookingFailed(failure.getClass().getSimpleName()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  /** In the background: this first, then what else is due. */
  private void goOn(Uni<Void> first, Channel channel, Function<Delivery, Uni<Outcome>> send) {
    first
        .chain(() -> sendDue(channel, send))
        .subscribe()
        .with(done -> {}, failure -> LOG.lookingFailed(failure.getClass().getSimpleName()));
  }

  private Uni<Optional<Delivery>> take(Channel channel) {
    var now = now();
    return pool.preparedQuery(TAKE)
        .execute(Tuple.of(channel.name(), now, now.plus(OURS_FOR)))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Delivery::of).findFirst());
  }

  private Uni<Void> send(
      Channel channel, Delivery delivery, Function<Delivery, Uni<Outcome>> send) {
    if (!delivery.hasReason()) {
      return withoutReason(delivery);
    }
    return Uni.createFrom()
        .deferred(() -> send.apply(delivery))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onItemOrFailure()
        .transformToUni(
            (outcome, failure) ->
                failure == null
                    ? ended(channel, delivery, outcome)
                    : failed(channel, delivery, failure.getClass().getSimpleName()));
  }

  private Uni<Void> withoutReason(Delivery delivery) {
    return pool.preparedQuery(WITHOUT_REASON)
        .execute(Tuple.of(delivery.deliveryId(), delivery.wakeupIds().toArray(UUID[]::new)))
        .chain(
            deleted ->
                deleted.rowCount() > 0
                    ? Uni.createFrom().voidItem()
                    : write(
                        FOR_ANOTHER_REASON,
                        Tuple.of(delivery.deliveryId(), now(), delivery.attempt())));
  }

  private Uni<Void> ended(Channel channel, Delivery delivery, Outcome outcome) {
    return switch (outcome) {
      case SENT -> {
        count("sent", channel, 1);
        yield sent(delivery);
      }
      case NOBODY_THERE -> giveUp(delivery);
    };
  }

  private Uni<Void> sent(Delivery delivery) {
    var now = now();
    var told = delivery.wakeupIds().toArray(UUID[]::new);
    return write(SENT, Tuple.of(delivery.deliveryId(), now, told))
        .chain(
            () ->
                write(
                    SENT_AND_MORE, Tuple.of(delivery.deliveryId(), now, told, delivery.attempt())));
  }

  private Uni<Void> failed(Channel channel, Delivery delivery, String cause) {
    count("failed", channel, 1);
    if (delivery.attempt() < retry.attempts()) {
      LOG.sendingFailed(channel.name(), delivery.deliveryId(), cause, delivery.attempt());
      return write(
          AGAIN,
          Tuple.of(delivery.deliveryId(), now(), millis(retry.first()), millis(retry.longest())));
    }
    if (delivery.formerEmail() != null && delivery.attempt() < retry.attempts() + retry.rests()) {
      LOG.sendingFailed(channel.name(), delivery.deliveryId(), cause, delivery.attempt());
      return write(
          REST,
          Tuple.of(
              delivery.deliveryId(),
              now(),
              millis(retry.rest()),
              millis(retry.longestRest()),
              retry.attempts()));
    }
    count("given.up", channel, 1);
    LOG.givenUp(channel.name(), delivery.deliveryId(), cause, delivery.attempt());
    return giveUp(delivery);
  }

  private Uni<Void> giveUp(Delivery delivery) {
    return write(
        GIVEN_UP,
        Tuple.of(
            delivery.deliveryId(),
            now(),
            millis(retry.rest()),
            millis(retry.longestRest()),
            delivery.attempt()));
  }

  private Uni<Void> write(String statement, Tuple parameters) {
    return pool.preparedQuery(statement).execute(parameters).replaceWithVoid();
  }

  private void count(String what, Channel channel, int number) {
    metrics.counter("samsnakk.notifications." + what, "channel", channel.name()).increment(number);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static double millis(Duration duration) {
    return duration.toMillis();
  }
}
