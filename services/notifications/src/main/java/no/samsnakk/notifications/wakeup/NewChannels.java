package no.samsnakk.notifications.wakeup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import no.samsnakk.notifications.NotificationsConfig;
import no.samsnakk.notifications.reading.PersonNews;

/**
 * Somebody can be reached as she could not before: what has not reached her is planned anew at
 * once, and what she was not due to hear yet keeps its delay. Everything in the caller's
 * transaction.
 */
@ApplicationScoped
public class NewChannels {
  private static final String NOT_TOLD =
      """
      update wakeup
      set due_at = case when planned_at is null and rounds = 0 then due_at else $2 end,
        planned_at = null, rounds = 0
      where person_id = any($1::uuid[]) and told_at is null""";

  /** The letter may have gone where nobody reads: what still waits for her is told once more. */
  private static final String TOLD_ELSEWHERE =
      """
      update wakeup set due_at = $2, planned_at = null, told_at = null
      where person_id = any($1::uuid[]) and told_at is not null and kind <> 'APPROVED'""";

  /**
   * She was told of an entry that names her, read on without it, and may not have been told at all.
   */
  private static final String KNOWN_ELSEWHERE =
      """
      with unknown as (
        update addressed set known = false
        where person_id = any($1::uuid[]) and known and not seen
        returning room_id, person_id, seq)
      insert into wakeup (person_id, room_id, kind, subject, first_seq, last_seq, seqs, due_at)
      select person_id, room_id, 'MESSAGE', room_id, min(seq), max(seq),
        range_agg(int8range(seq, seq, '[]')), $2
      from unknown
      group by room_id, person_id order by room_id, person_id
      on conflict (room_id, person_id, kind, subject) do update
      set first_seq = least(wakeup.first_seq, excluded.first_seq),
        last_seq = greatest(wakeup.last_seq, excluded.last_seq),
        seqs = at_most_a_hundred(wakeup.seqs + excluded.seqs)""";

  /** What was under way went to the address before. One that is being ended just now is left. */
  private static final String NO_LONGER_THERE =
      """
      delete from delivery where delivery_id in (
        select delivery_id from delivery
        where person_id = any($1::uuid[]) and channel = 'EMAIL'
          and room_id is null and former_email is null
        for update skip locked)""";

  private final NotificationsConfig config;
  private final Clock clock;

  NewChannels(NotificationsConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** She hears in a browser that was not hers before. */
  public Uni<Void> browser(SqlConnection transaction, UUID personId) {
    return notTold(transaction, personId);
  }

  /** Some of these have an address that they did not have before. */
  public Uni<Void> addresses(SqlConnection transaction, List<PersonNews> news) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    var reached = news.stream().filter(PersonNews::hasNewAddress).toList();
    if (reached.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var moved = reached.stream().filter(person -> person.emailBefore() != null).toList();
    var later = now.plus(config.delay());
    return notTold(transaction, ids(reached))
        .chain(
            () -> transaction.preparedQuery(KNOWN_ELSEWHERE).execute(Tuple.of(ids(moved), later)))
        .chain(() -> transaction.preparedQuery(TOLD_ELSEWHERE).execute(Tuple.of(ids(moved), later)))
        .chain(() -> transaction.preparedQuery(NO_LONGER_THERE).execute(Tuple.of(ids(moved))))
        .replaceWithVoid();
  }

  private Uni<Void> notTold(SqlConnection transaction, UUID... people) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return transaction.preparedQuery(NOT_TOLD).execute(Tuple.of(people, now)).replaceWithVoid();
  }

  private static UUID[] ids(List<PersonNews> people) {
    return people.stream().map(PersonNews::personId).toArray(UUID[]::new);
  }
}
