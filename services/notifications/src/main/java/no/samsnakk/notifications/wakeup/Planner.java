package no.samsnakk.notifications.wakeup;

import static no.samsnakk.notifications.log.NotificationsLog.LOG;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.samsnakk.notifications.NotificationsConfig;

/** Turns what is due into deliveries. */
@ApplicationScoped
class Planner {
  /** A wake-up of somebody whom rooms has not told of waits until it has. */
  private static final String DUE =
      """
      select w.wakeup_id from wakeup w join person p using (person_id)
      where w.planned_at is null and w.due_at <= $1
      order by w.due_at limit 500 for update of w skip locked""";

  /**
   * A statement of its own, for it has to see the channels as they are once the wake-ups are ours:
   * who gets a new one changes her wake-ups after it ({@link NewChannels}).
   */
  private static final String PLAN =
      """
      with planned as (
        update wakeup set planned_at = $1, told_of = last_seq, read_since = false
        where wakeup_id = any($2::uuid[])
        returning wakeup_id, person_id, kind),
      woken as (
        select person_id, bool_or(kind = 'REQUEST') as is_request, array_agg(wakeup_id) as wakeups
        from planned group by person_id),
      channels as (
        select w.*, 'EMAIL' as channel, null::uuid as subscription_id
        from woken w join person p using (person_id) where p.email is not null
        union all
        select w.*, 'PUSH', s.subscription_id from woken w join subscription s using (person_id))
      insert into delivery
        (person_id, channel, subscription_id, is_request, wakeup_ids, next_attempt_at)
      select person_id, channel, subscription_id, is_request, wakeups, $1 from channels
      on conflict (person_id, channel, subscription_id, room_id, former_email) do update
      set wakeup_ids = delivery.wakeup_ids || excluded.wakeup_ids,
        is_request = delivery.is_request or excluded.is_request""";

  /** On its way with nothing under way: there was no channel, or all have been given up. */
  private static final String BACK =
      """
      update wakeup set planned_at = null, rounds = rounds + 1,
        due_at = $1::timestamptz + pause_after(rounds, $2, $3)
      where wakeup_id in (
        select w.wakeup_id from wakeup w
        where w.planned_at is not null and w.told_at is null
          and not exists (
            select from delivery d
            where d.person_id = w.person_id and w.wakeup_id = any(d.wakeup_ids))
        limit 500 for update skip locked)""";

  private final Pool pool;
  private final ProposalLetters letters;
  private final NotificationsConfig.Retry retry;
  private final Scheduler scheduler;
  private final Clock clock;

  Planner(
      Pool pool,
      ProposalLetters letters,
      NotificationsConfig config,
      Scheduler scheduler,
      Clock clock) {
    this.pool = pool;
    this.letters = letters;
    this.retry = config.retry();
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** What is due when we stop is found by whoever looks next. */
  void stop(@Observes ShutdownEvent stopping) {
    scheduler.pause();
  }

  @Scheduled(
      every = "${samsnakk.notifications.look-every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> plan() {
    return pool.withTransaction(
            transaction -> wakeups(transaction).chain(() -> letters.plan(transaction)))
        .onFailure()
        .invoke(failure -> LOG.lookingFailed(failure.getClass().getSimpleName()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private Uni<Void> wakeups(SqlConnection transaction) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    var back =
        Tuple.of(now, (double) retry.rest().toMillis(), (double) retry.longestRest().toMillis());
    return transaction
        .preparedQuery(DUE)
        .execute(Tuple.of(now))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getUUID(0)))
        .chain(
            due -> transaction.preparedQuery(PLAN).execute(Tuple.of(now, due.toArray(UUID[]::new))))
        .chain(() -> transaction.preparedQuery(BACK).execute(back))
        .replaceWithVoid();
  }
}
