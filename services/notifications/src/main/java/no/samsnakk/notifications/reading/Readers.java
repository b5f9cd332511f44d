package no.samsnakk.notifications.reading;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.RoomChanged.SeatStatus;

/** Keeps the projection; everything in the caller's transaction. */
@ApplicationScoped
public class Readers {
  private static final String PERSON =
      """
      insert into person (person_id, version, email) values ($1, $2, $3)
      on conflict (person_id) do update set version = excluded.version, email = excluded.email
      where person.version < excluded.version
      returning old.email""";
  private static final String ROOM =
      """
      insert into room (room_id, access_epoch) values ($1, $2)
      on conflict (room_id) do update set access_epoch = excluded.access_epoch
      where room.access_epoch < excluded.access_epoch
      returning room_id""";
  private static final String NO_LONGER_MEMBERS =
      "delete from member where room_id = $1 and person_id <> all($2::uuid[])";
  private static final String MEMBERS =
      """
      insert into member (room_id, person_id, since_epoch) select $1, unnest($2::uuid[]), $3
      on conflict do nothing""";
  private static final String READS =
      """
      insert into read_mark (room_id, person_id, seq)
      select r.room_id, r.person_id, max(r.seq)
      from unnest($1::uuid[], $2::uuid[], $3::bigint[]) r (room_id, person_id, seq)
      group by r.room_id, r.person_id order by r.room_id, r.person_id
      on conflict (room_id, person_id) do update
      set seq = greatest(read_mark.seq, excluded.seq)""";
  private static final String KEEP =
      """
      insert into early_message (room_id, seq, sender_id, access_epoch, wakes_all)
      select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::bigint[], $5::boolean[])
      on conflict do nothing""";
  private static final String TAKE_READABLE =
      """
      delete from early_message m using room r
      where r.room_id = m.room_id and r.access_epoch >= m.access_epoch
      returning m.room_id, m.seq, m.sender_id, m.access_epoch, m.wakes_all""";

  /** Takes in who people are; answers those of whom it was news. */
  public Uni<List<PersonNews>> people(SqlConnection transaction, List<PersonChanged> people) {
    if (people.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    var rows = people.stream().map(p -> Tuple.of(p.personId(), p.version(), p.email())).toList();
    return transaction.preparedQuery(PERSON).executeBatch(rows).map(done -> news(people, done));
  }

  private static List<PersonNews> news(List<PersonChanged> people, RowSet<Row> done) {
    var news = new ArrayList<PersonNews>();
    var written = done;
    for (var person : people) {
      for (var row : written) {
        news.add(new PersonNews(person, row.getString(0)));
      }
      written = written.next();
    }
    return news;
  }

  /** Takes in who is in the rooms; answers those that were news. */
  public Uni<List<RoomChanged>> rooms(SqlConnection transaction, List<RoomChanged> rooms) {
    return Multi.createFrom()
        .iterable(rooms)
        .onItem()
        .transformToMultiAndConcatenate(room -> room(transaction, room))
        .collect()
        .asList();
  }

  private static Multi<RoomChanged> room(SqlConnection transaction, RoomChanged room) {
    return transaction
        .preparedQuery(ROOM)
        .execute(Tuple.of(room.roomId(), room.accessEpoch()))
        .chain(
            news ->
                news.rowCount() == 0
                    ? Uni.createFrom().nullItem()
                    : members(transaction, room).replaceWith(room))
        .toMulti();
  }

  private static Uni<Void> members(SqlConnection transaction, RoomChanged room) {
    var members =
        room.seats().stream()
            .filter(seat -> seat.status() == SeatStatus.ACTIVE && seat.mayRead())
            .map(RoomChanged.Seat::personId)
            .distinct()
            .toArray(UUID[]::new);
    return transaction
        .preparedQuery(NO_LONGER_MEMBERS)
        .execute(Tuple.of(room.roomId(), members))
        .chain(
            () ->
                transaction
                    .preparedQuery(MEMBERS)
                    .execute(Tuple.of(room.roomId(), members, room.accessEpoch())))
        .replaceWithVoid();
  }

  /** Takes in who has read how far. */
  public Uni<Void> reads(SqlConnection transaction, List<MessagesRead> reads) {
    if (reads.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var parameters =
        Tuple.of(
            reads.stream().map(MessagesRead::roomId).toArray(UUID[]::new),
            reads.stream().map(MessagesRead::personId).toArray(UUID[]::new),
            reads.stream().map(MessagesRead::seq).toArray(Long[]::new));
    return transaction.preparedQuery(READS).execute(parameters).replaceWithVoid();
  }

  /** Takes in what wakes people; answers that, of now and before, whose readers we know by now. */
  public Uni<List<Readable>> readable(SqlConnection transaction, List<EntryCommitted> messages) {
    return keep(transaction, messages)
        .chain(() -> transaction.query(TAKE_READABLE).execute())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Readable::of).toList());
  }

  private static Uni<Void> keep(SqlConnection transaction, List<EntryCommitted> messages) {
    if (messages.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var parameters =
        Tuple.of(
            messages.stream().map(EntryCommitted::roomId).toArray(UUID[]::new),
            messages.stream().map(EntryCommitted::seq).toArray(Long[]::new),
            messages.stream().map(it -> it.envelope().senderId()).toArray(UUID[]::new),
            messages.stream().map(it -> it.envelope().accessEpoch()).toArray(Long[]::new),
            messages.stream().map(it -> it.envelope().isVisible()).toArray(Boolean[]::new));
    return transaction.preparedQuery(KEEP).execute(parameters).replaceWithVoid();
  }
}
