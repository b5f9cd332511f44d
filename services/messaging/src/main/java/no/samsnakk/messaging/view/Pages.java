package no.samsnakk.messaging.view;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.conversation.Mark;
import no.samsnakk.contracts.conversation.Message;
import no.samsnakk.messaging.access.Access;
import no.samsnakk.messaging.message.OpenedMessages;
import no.samsnakk.messaging.message.StoredMessage;
import no.samsnakk.messaging.roomkey.RoomCiphers;
import no.samsnakk.messaging.roomkey.RoomKeys;

/** Reads what a person is about to see of any number of rooms, in one round trip. */
@ApplicationScoped
class Pages {
  /** A client that lacks more than this is better served by history. */
  private static final int LARGEST_GAP = 200;

  private static final int NEWEST = 50;

  private static final String ACCESS =
      """
      select room_id, person_id, organisation_id, may_read, may_write, access_epoch
      from rooms.access_v1 where room_id = any($1)""";
  private static final String LAST =
      "select room_id, last_seq from conversation where room_id = any($1)";
  private static final String MARKS =
      """
      select k.room_id, k.person_id, lower(x), upper(x) - 1, k.at
      from %s k, unnest(k.ranges) x
      where k.room_id = any($1) order by k.room_id, k.person_id, x""";

  /**
   * The right to read stands in the statement too, so that a slip in Java shows nobody anything.
   * From where on is computed before the table is looked at: a comparison that computes would not
   * be let in front of the row-level security, and the whole room would be read.
   */
  static final String MESSAGES =
      """
      with w as materialized (
        select w.room_id, case when c.last_seq - w.after_seq <= %d
          then w.after_seq else c.last_seq - %d end as after_seq
        from unnest($1::uuid[], $2::bigint[]) w(room_id, after_seq)
        join conversation c on c.room_id = w.room_id
        where exists (select from rooms.access_v1 a
          where a.room_id = w.room_id and a.person_id = $3 and a.may_read))
      select %s
      from w join message m on m.room_id = w.room_id and m.seq > w.after_seq
      order by m.room_id, m.seq"""
          .formatted(LARGEST_GAP, NEWEST, StoredMessage.COLUMNS);

  private final RoomKeys keys;

  Pages(RoomKeys keys) {
    this.keys = keys;
  }

  /** What was read; {@link #page} makes something of it. */
  record Read(
      Map<UUID, Access> access,
      Map<UUID, Long> lastSeq,
      Map<UUID, List<Message>> messages,
      Map<UUID, List<Mark>> read,
      Map<UUID, List<Mark>> received,
      RoomCiphers ciphers) {

    /** The page of a room that the person may read. */
    Page page(Wanted wanted, UUID personId) {
      var roomId = wanted.roomId();
      var of = access.getOrDefault(roomId, Access.NONE);
      var right = of.rights().get(personId);
      if (right == null) {
        throw new IllegalStateException("A page for one who may not read");
      }
      List<Message> found = messages.getOrDefault(roomId, List.of());
      long last = lastSeq(roomId);
      long first = found.isEmpty() ? last + 1 : found.getFirst().seq();
      boolean more = first > wanted.afterSeqOr0() + 1;
      return new Page(
          roomId,
          of,
          right,
          last,
          found,
          more,
          read.getOrDefault(roomId, List.of()),
          received.getOrDefault(roomId, List.of()));
    }

    long lastSeq(UUID roomId) {
      return lastSeq.getOrDefault(roomId, 0L);
    }

    boolean mayRead(UUID roomId, UUID personId) {
      return access.getOrDefault(roomId, Access.NONE).mayRead(personId);
    }
  }

  Future<Read> read(SqlConnection tx, UUID personId, List<Wanted> wanted) {
    var rooms = wanted.stream().map(Wanted::roomId).toArray(UUID[]::new);
    var after = wanted.stream().map(Wanted::from).toArray(Long[]::new);
    var access = tx.preparedQuery(ACCESS).execute(Tuple.of(rooms));
    var last = tx.preparedQuery(LAST).execute(Tuple.of(rooms));
    var messages = tx.preparedQuery(MESSAGES).execute(Tuple.of(rooms, after, personId));
    var seen = tx.preparedQuery(MARKS.formatted("read_mark")).execute(Tuple.of(rooms));
    var got = tx.preparedQuery(MARKS.formatted("received_mark")).execute(Tuple.of(rooms));
    var ciphers = keys.of(tx, List.of(rooms));
    return Future.all(List.of(access, last, messages, seen, got, ciphers))
        .compose(
            all -> {
              var stored = StoredMessage.all(messages.result());
              return keys.fitting(tx, ciphers.result(), StoredMessage.ciphertexts(stored))
                  .map(
                      fitting ->
                          new Read(
                              Access.byRoom(access.result()),
                              lastSeqs(last.result()),
                              OpenedMessages.byRoom(stored, fitting),
                              marks(seen.result()),
                              marks(got.result()),
                              fitting));
            });
  }

  private static Map<UUID, Long> lastSeqs(RowSet<Row> rows) {
    Map<UUID, Long> lastSeq = new HashMap<>();
    rows.forEach(row -> lastSeq.put(row.getUUID(0), row.getLong(1)));
    return lastSeq;
  }

  private static Map<UUID, List<Mark>> marks(RowSet<Row> rows) {
    Map<UUID, List<Mark>> marks = new HashMap<>();
    for (Row row : rows) {
      var at = row.get(OffsetDateTime.class, 4).toInstant();
      marks
          .computeIfAbsent(row.getUUID(0), fresh -> new ArrayList<>())
          .add(new Mark(row.getUUID(1), row.getLong(2), row.getLong(3), at));
    }
    return marks;
  }
}
