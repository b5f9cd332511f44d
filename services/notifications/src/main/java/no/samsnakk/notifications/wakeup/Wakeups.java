package no.samsnakk.notifications.wakeup;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.notifications.NotificationsConfig;
import no.samsnakk.notifications.reading.Addressees;
import no.samsnakk.notifications.reading.Readable;

/** Makes wake-ups and ends them; everything in the caller's transaction. */
@ApplicationScoped
public class Wakeups {
  private static final String WRITTEN =
      """
      insert into wakeup (person_id, room_id, kind, subject, first_seq, last_seq, seqs, due_at)
      select m.person_id, m.room_id, 'MESSAGE', m.room_id, min(w.seq), max(w.seq),
        range_agg(int8range(w.seq, w.seq, '[]')), $5
      from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::bigint[], $6::boolean[])
        w (room_id, seq, sender_id, access_epoch, wakes_all)
      join member m on m.room_id = w.room_id and m.person_id <> w.sender_id
        and m.since_epoch <= w.access_epoch
      left join read_mark r on r.room_id = m.room_id and r.person_id = m.person_id
      left join addressed a
        on a.room_id = m.room_id and a.person_id = m.person_id and a.seq = w.seq
        and not (a.seen or a.known)
      where case when w.wakes_all then w.seq > coalesce(r.seq, 0) else a.seq is not null end
        and not exists (select from retracted t where t.room_id = w.room_id and t.seq = w.seq)
      group by m.room_id, m.person_id order by m.room_id, m.person_id
      on conflict (room_id, person_id, kind, subject) do update
      set last_seq = greatest(wakeup.last_seq, excluded.last_seq),
        seqs = at_most_a_hundred(wakeup.seqs + excluded.seqs)
      where not wakeup.seqs @> excluded.seqs""";

  /** Who has read on since she was told is told of what comes. */
  private static final String WRITTEN_SINCE =
      """
      update wakeup
      set read_since = false, planned_at = null, told_at = null, rounds = 0, due_at = $2
      where room_id = any($1) and kind = 'MESSAGE' and read_since and last_seq > told_of""";

  /** Whoever was told that an entry names her and reads on without it is told of it no more. */
  private static final String KNOWN =
      """
      update addressed a set known = true
      from unnest($1::uuid[], $2::uuid[]) r (room_id, person_id)
      join wakeup w using (room_id, person_id)
      where a.room_id = w.room_id and a.person_id = w.person_id
        and not (a.seen or a.known) and w.kind = 'MESSAGE' and w.told_at is not null and a.seq <= w.told_of""";

  /** An entry that names her is not read because she has read what came after it. */
  private static final String READ_TO_THE_END =
      """
      delete from wakeup w
      using unnest($1::uuid[], $2::uuid[]) r (room_id, person_id)
      join read_mark m using (room_id, person_id)
      where w.room_id = r.room_id and w.person_id = r.person_id and w.kind = 'MESSAGE'
        and w.last_seq <= m.seq
        and not exists (
          select from addressed a
          where a.room_id = w.room_id and a.person_id = w.person_id
            and not (a.seen or a.known) and a.seq <= w.last_seq)""";

  /** All that is left is what she was told of: she knows, and reads as slowly as she likes. */
  private static final String READ_ON_OF_WHAT_WAS_TOLD =
      """
      update wakeup w
      set first_seq = r.seq + 1, read_since = true
      from (
        select room_id, person_id, max(seq) as seq
        from unnest($1::uuid[], $2::uuid[], $3::bigint[]) x (room_id, person_id, seq)
        group by room_id, person_id) r
      where w.room_id = r.room_id and w.person_id = r.person_id and w.kind = 'MESSAGE'
        and w.first_seq <= r.seq and w.told_at is not null and w.last_seq <= w.told_of""";

  private static final String READ_ON =
      """
      update wakeup w
      set first_seq = r.seq + 1, planned_at = null, told_at = null, rounds = 0,
        due_at = case when w.planned_at is null then w.due_at else $4 end
      from (
        select room_id, person_id, max(seq) as seq
        from unnest($1::uuid[], $2::uuid[], $3::bigint[]) x (room_id, person_id, seq)
        group by room_id, person_id) r
      where w.room_id = r.room_id and w.person_id = r.person_id and w.kind = 'MESSAGE'
        and w.first_seq <= r.seq""";

  /** All of the room's, for the version before may have added some that were taken back before. */
  private static final String RETRACTED =
      """
      update wakeup w
      set seqs = w.seqs - t.seqs, last_seq = coalesce(upper(w.seqs - t.seqs) - 1, w.last_seq)
      from (
        select room_id, range_agg(int8range(seq, seq, '[]')) as seqs from retracted
        where room_id = any($1::uuid[]) group by room_id) t
      where w.room_id = t.room_id and w.kind = 'MESSAGE' and w.seqs && t.seqs""";

  /** All that she has not read was taken back, and nothing names her that she has not seen. */
  private static final String NOTHING_LEFT =
      """
      delete from wakeup w
      where w.room_id = any($1::uuid[]) and w.kind = 'MESSAGE'
        and (w.seqs = '{}' or exists (
          select from read_mark m
          where m.room_id = w.room_id and m.person_id = w.person_id and m.seq >= w.last_seq))
        and not exists (
          select from addressed a
          where a.room_id = w.room_id and a.person_id = w.person_id
            and not (a.seen or a.known) and a.seq <= w.last_seq)""";

  /** Who reads there knows that she may, and need not be told at any time. */
  private static final String KNOWS =
      """
      update wakeup w
      set due_at = 'infinity', planned_at = null, told_at = null, rounds = 0
      from unnest($1::uuid[], $2::uuid[]) r (room_id, person_id)
      where w.room_id = r.room_id and w.person_id = r.person_id and w.kind = 'APPROVED'
        and w.due_at < 'infinity'""";

  /**
   * Who was not there all the time: whoever came with this change, or after it, comes to a room of
   * which she was told nothing yet. That she was removed before may have come with it at once.
   */
  private static final String NO_READER =
      """
      delete from wakeup w
      where w.room_id = $1 and w.kind = 'MESSAGE'
        and not exists (
          select from member m
          where m.room_id = w.room_id and m.person_id = w.person_id and m.since_epoch < $2)""";

  private static final String NO_REASON =
      """
      delete from wakeup
      where room_id = $1 and kind <> 'MESSAGE'
        and (person_id, kind, subject) not in
          (select * from unnest($2::uuid[], $3::text[], $4::uuid[]))""";
  private static final String REASONS =
      """
      insert into wakeup (room_id, person_id, kind, subject, due_at)
      select $1, r.person_id, r.kind, r.subject, $5
      from unnest($2::uuid[], $3::text[], $4::uuid[]) r (person_id, kind, subject)
      on conflict do nothing""";

  private final NotificationsConfig config;
  private final Clock clock;

  Wakeups(NotificationsConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * Messages were written: everyone who could read them then and has not will be woken. Of what is
   * no message those are whom it names ({@link Addressees}).
   */
  public Uni<Void> written(SqlConnection transaction, List<Readable> messages) {
    if (messages.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var parameters =
        Tuple.of(
            messages.stream().map(Readable::roomId).toArray(UUID[]::new),
            messages.stream().map(Readable::seq).toArray(Long[]::new),
            messages.stream().map(Readable::senderId).toArray(UUID[]::new),
            messages.stream().map(Readable::accessEpoch).toArray(Long[]::new),
            afterTheDelay(),
            messages.stream().map(Readable::wakesAll).toArray(Boolean[]::new));
    var rooms = messages.stream().map(Readable::roomId).toArray(UUID[]::new);
    return transaction
        .preparedQuery(WRITTEN)
        .execute(parameters)
        .chain(
            () ->
                transaction
                    .preparedQuery(WRITTEN_SINCE)
                    .execute(
                        Tuple.tuple().addArrayOfUUID(rooms).addOffsetDateTime(afterTheDelay())))
        .replaceWithVoid();
  }

  /** People have read: they need not be woken for that, and may be woken again for what is new. */
  public Uni<Void> read(SqlConnection transaction, List<MessagesRead> reads) {
    if (reads.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var rooms = reads.stream().map(MessagesRead::roomId).toArray(UUID[]::new);
    var people = reads.stream().map(MessagesRead::personId).toArray(UUID[]::new);
    var seqs = reads.stream().map(MessagesRead::seq).toArray(Long[]::new);
    return transaction
        .preparedQuery(KNOWN)
        .execute(Tuple.of(rooms, people))
        .chain(() -> transaction.preparedQuery(READ_TO_THE_END).execute(Tuple.of(rooms, people)))
        .chain(
            () ->
                transaction
                    .preparedQuery(READ_ON_OF_WHAT_WAS_TOLD)
                    .execute(Tuple.of(rooms, people, seqs)))
        .chain(
            () ->
                transaction
                    .preparedQuery(READ_ON)
                    .execute(Tuple.of(rooms, people, seqs, afterTheDelay())))
        .chain(() -> transaction.preparedQuery(KNOWS).execute(Tuple.of(rooms, people)))
        .replaceWithVoid();
  }

  /** Messages were taken back in these rooms: nobody is told of them any more. */
  public Uni<Void> retracted(SqlConnection transaction, List<UUID> rooms) {
    if (rooms.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var parameters = Tuple.tuple().addArrayOfUUID(rooms.toArray(UUID[]::new));
    return transaction
        .preparedQuery(RETRACTED)
        .execute(parameters)
        .chain(() -> transaction.preparedQuery(NOTHING_LEFT).execute(parameters))
        .replaceWithVoid();
  }

  /** Who may do what has changed: somebody waits for an answer, or no longer does. */
  public Uni<Void> changed(SqlConnection transaction, List<RoomChanged> rooms) {
    return Multi.createFrom()
        .iterable(rooms)
        .onItem()
        .transformToUniAndConcatenate(room -> changed(transaction, room))
        .collect()
        .last();
  }

  private Uni<Void> changed(SqlConnection transaction, RoomChanged room) {
    var reasons = Reason.of(room);
    var people = reasons.stream().map(Reason::personId).toArray(UUID[]::new);
    var kinds = reasons.stream().map(reason -> reason.kind().name()).toArray(String[]::new);
    var subjects = reasons.stream().map(Reason::subject).toArray(UUID[]::new);
    return transaction
        .preparedQuery(NO_READER)
        .execute(Tuple.of(room.roomId(), room.accessEpoch()))
        .chain(
            () ->
                transaction
                    .preparedQuery(NO_REASON)
                    .execute(Tuple.of(room.roomId(), people, kinds, subjects)))
        .chain(
            () ->
                transaction
                    .preparedQuery(REASONS)
                    .execute(Tuple.of(room.roomId(), people, kinds, subjects, afterTheDelay())))
        .replaceWithVoid();
  }

  private OffsetDateTime afterTheDelay() {
    return clock.instant().plus(config.delay()).atOffset(ZoneOffset.UTC);
  }
}
