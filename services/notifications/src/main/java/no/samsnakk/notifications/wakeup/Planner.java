package no.samsnakk.notifications.wakeup;

import static no.samsnakk.notifications.log.NotificationsLog.LOG;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;

/** Turns what is due into deliveries. */
@ApplicationScoped
class Planner {
  /** A wake-up of somebody whom rooms has not told of waits until it has. */
  private static final String PLAN =
      """
      with due as (
        select w.wakeup_id, w.person_id, w.kind from wakeup w join person p using (person_id)
        where w.told_at is null and w.due_at <= $1
        order by w.due_at limit 500 for update of w skip locked),
      told as (
        update wakeup w set told_at = $1 from due d where w.wakeup_id = d.wakeup_id),
      woken as (
        select person_id, bool_or(kind = 'REQUEST') as is_request, array_agg(wakeup_id) as wakeups
        from due group by person_id),
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

  private final Pool pool;
  private final ProposalLetters letters;
  private final Scheduler scheduler;
  private final Clock clock;

  Planner(Pool pool, ProposalLetters letters, Scheduler scheduler, Clock clock) {
    this.pool = pool;
    this.letters = letters;
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
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return pool.withTransaction(
            tx -> tx.preparedQuery(PLAN).execute(Tuple.of(now)).chain(() -> letters.plan(tx)))
        .onFailure()
        .invoke(failure -> LOG.lookingFailed(failure.getClass().getSimpleName()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }
}
