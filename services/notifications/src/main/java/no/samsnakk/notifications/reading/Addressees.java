package no.samsnakk.notifications.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.RoomChanged;

/**
 * Whom the entries name that wake no others, and which of these have had that very entry on their
 * screens ({@code seen}), or know of it: they were told, and have read on ({@code known}). How far
 * somebody has read does not say it: what hangs on a message far up is seen or not whatever she
 * reads further down. Everything in the caller's transaction.
 */
@ApplicationScoped
public class Addressees {
  private static final String NAMED =
      """
      insert into addressed (room_id, person_id, seq, access_epoch)
      select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[])
      on conflict do nothing""";
  private static final String SEEN =
      """
      update addressed a set seen = true
      from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[])
        r (room_id, person_id, first_seq, seq)
      where not a.seen and a.room_id = r.room_id and a.person_id = r.person_id
        and a.seq between r.first_seq and r.seq""";

  /** What waits for the news of its room may name somebody whom that news brings. */
  private static final String NO_READER =
      """
      delete from addressed a
      where a.room_id = any($1::uuid[])
        and not exists (
          select from member m
          where m.room_id = a.room_id and m.person_id = a.person_id
            and m.since_epoch <= a.access_epoch)
        and not exists (
          select from early_message e where e.room_id = a.room_id and e.seq = a.seq)""";

  /** Entries were committed that name whom they wake. */
  public Uni<Void> named(SqlConnection transaction, List<EntryCommitted> entries) {
    var rooms = new ArrayList<UUID>();
    var people = new ArrayList<UUID>();
    var seqs = new ArrayList<Long>();
    var epochs = new ArrayList<Long>();
    for (var entry : entries) {
      for (var person : named(entry)) {
        rooms.add(entry.roomId());
        people.add(person);
        seqs.add(entry.seq());
        epochs.add(entry.envelope().accessEpoch());
      }
    }
    if (rooms.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var parameters =
        Tuple.of(
            array(rooms), array(people), seqs.toArray(Long[]::new), epochs.toArray(Long[]::new));
    return transaction.preparedQuery(NAMED).execute(parameters).replaceWithVoid();
  }

  /** A message wakes everybody, and nobody is woken by what she says herself. */
  private static List<UUID> named(EntryCommitted entry) {
    var envelope = entry.envelope();
    return envelope.isVisible()
        ? List.of()
        : entry.wakes().stream().filter(it -> !it.equals(envelope.senderId())).toList();
  }

  /** People have had entries on their screens; told after those entries were. */
  public Uni<Void> seen(SqlConnection transaction, List<MessagesRead> reads) {
    if (reads.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var parameters =
        Tuple.of(
            array(reads.stream().map(MessagesRead::roomId).toList()),
            array(reads.stream().map(MessagesRead::personId).toList()),
            reads.stream().map(MessagesRead::first).toArray(Long[]::new),
            reads.stream().map(MessagesRead::seq).toArray(Long[]::new));
    return transaction.preparedQuery(SEEN).execute(parameters).replaceWithVoid();
  }

  /** Forgets who cannot read what names her, whatever an entry says of her (R1, R4). */
  public Uni<Void> forget(
      SqlConnection transaction, List<RoomChanged> changed, List<Readable> entries) {
    var rooms =
        Stream.concat(
                changed.stream().map(RoomChanged::roomId),
                entries.stream().filter(it -> !it.wakesAll()).map(Readable::roomId))
            .distinct()
            .toList();
    return rooms.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(NO_READER)
            .execute(Tuple.tuple().addArrayOfUUID(array(rooms)))
            .replaceWithVoid();
  }

  private static UUID[] array(List<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
