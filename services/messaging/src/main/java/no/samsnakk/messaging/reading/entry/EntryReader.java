package no.samsnakk.messaging.reading.entry;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.keys.RoomCiphers;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.platform.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The one way to what is said in rooms: who may do what there, how far the room has come, rows and
 * keys, read at one moment and in one round trip, then opened. What does not open keeps its place
 * ({@link SealedEntry#open}). Whoever shows anything of it writes to the log first (R6).
 */
@ApplicationScoped
public class EntryReader {
  /** A client that lacks more than this is better served by history. */
  private static final int LARGEST_GAP = 200;

  /** So many rows; what hangs on them comes with them, within the largest gap. */
  private static final int NEWEST = 50;

  /**
   * What hangs on the rows of a page makes it no longer than so many times what it was asked for.
   */
  private static final int LONGEST_PAGE = 4;

  private static final int MOST_DELIVERED = 100;

  /**
   * Of each text, or what it was changed to ({@code m}), what changes it next or takes it back
   * ({@code e}).
   */
  private static final String NEXT_ABOUT =
      """
      join lateral (
        select * from entry c
        where c.room_id = m.room_id and c.kind in ('EDIT', 'RETRACTION') and c.seq > m.seq
          and c.about = case m.kind when 'TEXT' then m.seq else m.about end
        order by c.seq limit 1) e on m.kind in ('TEXT', 'EDIT')""";

  private static final String ACCESS = Access.SELECT + "where a.room_id = any($1)";
  private static final String LAST =
      "select room_id, last_seq from conversation where room_id = any($1)";

  /**
   * The right to read stands in the statement too, so that a slip in Java shows nobody anything.
   * From where on is computed before the table is looked at: a comparison that computes would not
   * be let in front of the row-level security, and the whole room would be read.
   */
  static final String NEWEST_OF =
      """
      with asked as materialized (
        select w.room_id, w.after_seq, c.last_seq - %1$d as furthest
        from unnest($1::uuid[], $2::bigint[]) w(room_id, after_seq)
        join conversation c on c.room_id = w.room_id
        where exists (select from rooms.access_v1 a
          where a.room_id = w.room_id and a.person_id = $3 and a.may_read)),
      w as materialized (
        select a.room_id, case when a.after_seq >= a.furthest
          then a.after_seq else coalesce(first.seq - 1, a.furthest) end as after_seq
        from asked a left join lateral (
          select r.seq from entry r
          where r.room_id = a.room_id and r.seq > a.furthest and r.class = 'VISIBLE'
            and coalesce(a.after_seq < a.furthest, true)
          order by r.seq desc offset %2$d - 1 limit 1) first on true)
      select %3$s, e.about
      from w join entry e on e.room_id = w.room_id and e.seq > w.after_seq
      order by e.room_id, e.seq"""
          .formatted(LARGEST_GAP, NEWEST, SealedEntry.COLUMNS);

  /** The right to read stands here too. */
  static final String PAGE = page("select %1$s, e.about from page e order by e.seq");

  /** What comes next about the texts of that page, where something does: it may lie after it. */
  static final String NEXT_ABOUT_PAGE = page("select %1$s, e.about from page m\n" + NEXT_ABOUT);

  /** For whoever is here: who may have it is decided where it is delivered (R4). */
  private static final String AFTER =
      "select %s, e.about from entry e where e.room_id = $1 and e.seq > $2 order by e.seq limit %d"
          .formatted(SealedEntry.COLUMNS, MOST_DELIVERED);

  /** What comes next about the texts of those. */
  private static final String NEXT_ABOUT_AFTER =
      "select %s, e.about from (%s) m\n%s"
          .formatted(
              SealedEntry.COLUMNS,
              "select * from entry where room_id = $1 and seq > $2 order by seq limit "
                  + MOST_DELIVERED,
              NEXT_ABOUT);

  private final RoomKeys keys;

  EntryReader(RoomKeys keys) {
    this.keys = keys;
  }

  private static String page(String of) {
    return """
        with asked as materialized (
          select least($3, c.last_seq + 1) as before,
            least($3, c.last_seq + 1) - %1$d * $4 as furthest
          from conversation c where c.room_id = $1),
        w as materialized (
          select a.before, coalesce((
            select r.seq from entry r
            where r.room_id = $1 and r.seq >= a.furthest and r.seq < a.before
              and r.class = 'VISIBLE'
            order by r.seq desc offset $4 - 1 limit 1), a.furthest) as first
          from asked a
          where exists (select from rooms.access_v1 a
            where a.room_id = $1 and a.person_id = $2 and a.may_read)),
        page as (
          select e.* from w join entry e
            on e.room_id = $1 and e.seq >= w.first and e.seq < w.before)
        """
            .formatted(LONGEST_PAGE)
        + of.formatted(SealedEntry.COLUMNS);
  }

  /**
   * What a person lacks of each of these rooms: all after what she has, or the newest 50 rows and
   * what has come since the first of them where she has none or lacks more than 200; never more
   * than 200. Nothing of a room that she may not read.
   *
   * @param after the last that she has, by room; null where she has none
   */
  public Future<RoomsRead> newest(
      SqlConnection tx, UUID personId, List<UUID> roomIds, Long[] after) {
    var rooms = roomIds.toArray(UUID[]::new);
    var asked = ask(tx, rooms, NEWEST_OF, Tuple.of(rooms, after, personId), null);
    return Future.all(asked.all()).compose(all -> opened(tx, asked));
  }

  /**
   * The newest {@code limit} rows before {@code before} with what has come between them, in all no
   * more than four times as many; nothing of a room that she may not read.
   */
  public Future<RoomsRead> page(
      SqlConnection tx, UUID personId, UUID roomId, long before, int limit) {
    var parameters = Tuple.of(roomId, personId, before, limit);
    var asked = ask(tx, new UUID[] {roomId}, PAGE, parameters, NEXT_ABOUT_PAGE);
    return Future.all(asked.all()).compose(all -> opened(tx, asked));
  }

  /**
   * Up to a hundred after {@code afterSeq}, whoever may read them; ends the transaction. Because it
   * is one moment, none is among them that was committed under a later epoch than the access.
   */
  public Future<RoomsRead> after(SqlConnection tx, UUID roomId, long afterSeq) {
    var parameters = Tuple.of(roomId, afterSeq);
    var asked = ask(tx, new UUID[] {roomId}, AFTER, parameters, NEXT_ABOUT_AFTER);
    return Transaction.commit(tx, asked.all()).compose(all -> opened(tx, asked));
  }

  private record Asked(
      Future<RowSet<Row>> access,
      Future<RowSet<Row>> lastSeq,
      Future<RowSet<Row>> entries,
      Future<@Nullable RowSet<Row>> corrections,
      Future<RoomCiphers> ciphers) {
    List<Future<?>> all() {
      return List.of(access, lastSeq, entries, corrections, ciphers);
    }
  }

  /**
   * @param next the statement that finds what comes next about their texts, with the same
   *     parameters; null where all that follows is read
   */
  private Asked ask(
      SqlConnection tx, UUID[] rooms, String entries, Tuple parameters, @Nullable String next) {
    return new Asked(
        tx.preparedQuery(ACCESS).execute(Tuple.of(rooms)),
        tx.preparedQuery(LAST).execute(Tuple.of(rooms)),
        tx.preparedQuery(entries).execute(parameters),
        next == null ? Future.succeededFuture() : tx.preparedQuery(next).execute(parameters),
        keys.of(tx, List.of(rooms)));
  }

  private Future<RoomsRead> opened(SqlConnection tx, Asked asked) {
    var stored = SealedEntry.all(asked.entries().result());
    var next = asked.corrections().result();
    var corrections = StoredCorrection.among(asked.entries().result());
    corrections.addAll(next == null ? List.of() : StoredCorrection.among(next));
    List<SealedEntry> sealed = new ArrayList<>(stored);
    corrections.forEach(it -> sealed.add(it.entry()));
    return keys.fitting(tx, asked.ciphers().result(), SealedEntry.ciphertexts(sealed))
        .map(
            ciphers ->
                new RoomsRead(
                    Access.byRoom(asked.access().result()),
                    lastSeqs(asked.lastSeq().result()),
                    stored,
                    corrections,
                    ciphers));
  }

  private static Map<UUID, Long> lastSeqs(RowSet<Row> rows) {
    Map<UUID, Long> lastSeq = new HashMap<>();
    rows.forEach(row -> lastSeq.put(row.getUUID(0), row.getLong(1)));
    return lastSeq;
  }
}
