package no.samsnakk.messaging.writing.conversation;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.entry.AmendingKind;
import no.samsnakk.messaging.reading.entry.AmendingKind.Whose;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import no.samsnakk.messaging.writing.conversation.Verdicts.Kept;
import org.jspecify.annotations.Nullable;

/** The statements of a batch. Each takes arrays, so that one serves any number of messages. */
final class BatchStatements {
  /** Only for rooms that somebody may write in: nobody fills the table with made-up ids. */
  private static final String BEGIN_CONVERSATIONS =
      """
      insert into conversation (room_id, last_seq)
      select distinct a.room_id, 0 from rooms.access_v1 a
      where a.room_id = any($1) and a.may_write order by 1
      on conflict do nothing""";

  /** In the order of the ids, so that two instances never wait for each other in a circle. */
  static final String LOCK =
      """
      select room_id, last_seq from conversation
      where room_id = any($1) order by room_id for update""";

  /** R4: locked, so that a withdrawal waits for this batch or this batch sees the withdrawal. */
  static final String ACCESS =
      Access.SELECT
          + """
          join unnest($1::uuid[], $2::uuid[]) w(room_id, person_id)
            on a.room_id = w.room_id and a.person_id = w.person_id
          for share of a""";

  static final String EXISTING =
      "select "
          + SealedEntry.COLUMNS
          + """
           from unnest($1::uuid[], $2::uuid[], $3::uuid[]) w(room_id, sender_id, client_id)
          join entry e on e.room_id = w.room_id
            and e.sender_id = w.sender_id and e.client_id = w.client_id""";

  /**
   * Of everybody in a room in which something is about more people than its sender. Her own access
   * is locked before it: what takes a right raises the room's epoch, which stands in the row that
   * she locks. A block alone holds from its own commit and raises the epoch after it: what was said
   * to somebody at that moment lapses with her right.
   */
  static final String EVERYBODYS_ACCESS = Access.SELECT + "where a.room_id = any($1)";

  /**
   * The rows that drafts are about or name: who wrote them, and whether they were taken back. On
   * whose screens one has been is asked where that counts.
   */
  static final String ROWS =
      """
      select r.room_id, r.seq, r.sender_id, r.kind, r.sent_at,
        exists (select from entry t
          where t.room_id = r.room_id and t.about = r.seq and t.kind = 'RETRACTION'),
        case when w.asks_readers then array(
          select k.person_id from read_mark k
          where k.room_id = r.room_id and k.ranges @> r.seq) end
      from unnest($1::uuid[], $2::bigint[], $3::boolean[]) w(room_id, seq, asks_readers)
      join entry r on r.room_id = w.room_id and r.seq = w.seq and r.class = 'VISIBLE'""";

  /** The texts that are to be changed, as they were sent. */
  static final String TEXTS =
      "select "
          + SealedEntry.COLUMNS
          + """
           from unnest($1::uuid[], $2::bigint[]) w(room_id, seq)
          join entry e on e.room_id = w.room_id and e.seq = w.seq and e.kind = 'TEXT'""";

  /** The newest that somebody has said of a row with entries of a kind, and how often. */
  static final String SAID_BY_EACH = said("and s.sender_id = w.sender_id");

  /** The same of what anybody has said. */
  static final String SAID_BY_ALL = said("");

  /** Without RETURNING, for which PostgreSQL would check the right to read of each row. */
  static final String KEEP =
      """
      with kept as (
        insert into entry (room_id, seq, entry_id, client_id, sender_id, organisation_id,
          class, kind, format, ciphertext, sent_at, access_epoch, about, standing)
        select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::uuid[], $5::uuid[],
          $6::uuid[], $7::text[], $8::text[], $9::integer[], $10::bytea[], $11::timestamptz[],
          $12::bigint[], $13::bigint[], $14::boolean[]))
      update conversation c set last_seq = k.seq
      from (select room_id, max(seq) as seq from unnest($1::uuid[], $2::bigint[]) k(room_id, seq)
        group by room_id) k
      where c.room_id = k.room_id""";

  private BatchStatements() {}

  private static String said(String by) {
    return "select "
        + SealedEntry.COLUMNS
        + """
        , w.room_id, w.about, w.sender_id, w.kind, e.times
        from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::text[])
          w(room_id, about, sender_id, kind)
        join lateral (
          select *, count(*) over () as times from entry s
          where s.room_id = w.room_id and s.about = w.about and s.kind = w.kind
            %s
          order by s.seq desc limit 1) e on true"""
            .formatted(by);
  }

  static Future<?> beginConversations(SqlConnection tx, Collection<UUID> rooms) {
    return rooms.isEmpty()
        ? Future.succeededFuture()
        : tx.preparedQuery(BEGIN_CONVERSATIONS).execute(Tuple.of(rooms.toArray(UUID[]::new)));
  }

  static Future<Map<UUID, Long>> lock(SqlConnection tx, Collection<UUID> rooms) {
    return tx.preparedQuery(LOCK)
        .execute(Tuple.of(rooms.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, Long> lastSeq = new HashMap<>();
              rows.forEach(row -> lastSeq.put(row.getUUID(0), row.getLong(1)));
              return lastSeq;
            });
  }

  static Future<RowSet<Row>> access(SqlConnection tx, List<Draft> drafts) {
    return tx.preparedQuery(ACCESS)
        .execute(
            // Not Tuple.of: with two arguments it takes an array for its rest.
            Tuple.tuple()
                .addArrayOfUUID(ids(drafts, Draft::roomId))
                .addArrayOfUUID(ids(drafts, Draft::senderId)));
  }

  static Future<Map<Draft.Key, SealedEntry>> existing(SqlConnection tx, List<Draft> drafts) {
    return tx.preparedQuery(EXISTING)
        .execute(
            Tuple.of(
                ids(drafts, Draft::roomId),
                ids(drafts, Draft::senderId),
                ids(drafts, Draft::clientId)))
        .map(
            rows -> {
              Map<Draft.Key, SealedEntry> existing = new HashMap<>();
              rows.forEach(
                  row -> {
                    var stored = SealedEntry.of(row);
                    var envelope = stored.envelope();
                    existing.put(
                        new Draft.Key(envelope.roomId(), envelope.senderId(), envelope.clientId()),
                        stored);
                  });
              return existing;
            });
  }

  /** Of the rooms in which something is about more people than its sender. */
  static Future<Map<UUID, Access>> everybodysAccess(SqlConnection tx, List<Draft> drafts) {
    var rooms =
        drafts.stream().filter(draft -> draft.is(Whose.ALL)).map(Draft::roomId).distinct().toList();
    return rooms.isEmpty()
        ? Future.succeededFuture(Map.of())
        : tx.preparedQuery(EVERYBODYS_ACCESS)
            .execute(Tuple.tuple().addArrayOfUUID(rooms.toArray(UUID[]::new)))
            .map(Access::byRoom);
  }

  /** Asks only where there is something to ask. */
  static Future<Earlier> earlier(SqlConnection tx, List<Draft> drafts) {
    var places = drafts.stream().flatMap(Earlier.Place::of).distinct().toList();
    if (places.isEmpty()) {
      return Future.succeededFuture(Earlier.NOTHING);
    }
    var needed =
        drafts.stream()
            .flatMap(Earlier.Said::neededFor)
            .distinct()
            .collect(partitioningBy(Earlier.Said::isAnybodys));
    var readersOf =
        drafts.stream()
            .filter(Draft::asksWhoHasRead)
            .map(Earlier.Place::about)
            .collect(toUnmodifiableSet());
    var rows = rows(tx, places, readersOf);
    var each = said(tx, SAID_BY_EACH, needed.getOrDefault(false, List.of()));
    var all = said(tx, SAID_BY_ALL, needed.getOrDefault(true, List.of()));
    var texts =
        texts(
            tx,
            drafts.stream()
                .filter(Draft::changes)
                .flatMap(draft -> Stream.ofNullable(Earlier.Place.about(draft)))
                .distinct()
                .toList());
    return Future.all(rows, each, all, texts)
        .map(
            done -> {
              Map<Earlier.Said, Earlier.Newest> said = new HashMap<>(each.result());
              said.putAll(all.result());
              said.putAll(texts.result());
              return new Earlier(rows.result(), said);
            });
  }

  private static Future<Map<Earlier.Place, AmendingKind.Row>> rows(
      SqlConnection tx, List<Earlier.Place> places, Set<Earlier.@Nullable Place> readersOf) {
    return tx.preparedQuery(ROWS)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(ids(places, Earlier.Place::roomId))
                .addArrayOfLong(all(places, Earlier.Place::seq, Long[]::new))
                .addArrayOfBoolean(all(places, readersOf::contains, Boolean[]::new)))
        .map(
            found -> {
              Map<Earlier.Place, AmendingKind.Row> rows = new HashMap<>();
              found.forEach(
                  row ->
                      rows.put(
                          new Earlier.Place(row.getUUID(0), row.getLong(1)),
                          new AmendingKind.Row(
                              row.getUUID(2),
                              row.getString(3),
                              row.get(OffsetDateTime.class, 4).toInstant(),
                              readers(row.getArrayOfUUIDs(6)),
                              row.getBoolean(5))));
              return rows;
            });
  }

  /** Each as what was said first of the row that it is. */
  private static Future<Map<Earlier.Said, Earlier.Newest>> texts(
      SqlConnection tx, List<Earlier.Place> places) {
    if (places.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return tx.preparedQuery(TEXTS)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(ids(places, Earlier.Place::roomId))
                .addArrayOfLong(all(places, Earlier.Place::seq, Long[]::new)))
        .map(
            found -> {
              Map<Earlier.Said, Earlier.Newest> texts = new HashMap<>();
              for (SealedEntry entry : SealedEntry.all(found)) {
                var place = new Earlier.Place(entry.roomId(), entry.envelope().seq());
                texts.put(
                    new Earlier.Said(place, null, entry.envelope().kind()),
                    new Earlier.Newest(entry, 1));
              }
              return texts;
            });
  }

  private static Set<UUID> readers(UUID @Nullable [] found) {
    return found == null ? Set.of() : Set.of(found);
  }

  private static Future<Map<Earlier.Said, Earlier.Newest>> said(
      SqlConnection tx, String statement, List<Earlier.Said> needed) {
    if (needed.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return tx.preparedQuery(statement)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(ids(needed, Earlier.Said::roomId))
                .addArrayOfLong(all(needed, Earlier.Said::place, Long[]::new))
                .addArrayOfUUID(ids(needed, Earlier.Said::senderId))
                .addArrayOfString(all(needed, Earlier.Said::kind, String[]::new)))
        .map(
            rows -> {
              Map<Earlier.Said, Earlier.Newest> said = new HashMap<>();
              for (Row row : rows) {
                var place = new Earlier.Place(row.getUUID(12), row.getLong(13));
                said.put(
                    new Earlier.Said(place, row.getUUID(14), row.getString(15)),
                    new Earlier.Newest(SealedEntry.of(row), row.getLong(16)));
              }
              return said;
            });
  }

  static Future<?> keep(SqlConnection tx, List<Kept> kept) {
    if (kept.isEmpty()) {
      return Future.succeededFuture();
    }
    var entries = kept.stream().map(Kept::stored).toList();
    var envelopes = entries.stream().map(SealedEntry::envelope).toList();
    var row =
        Tuple.tuple()
            .addArrayOfUUID(ids(envelopes, Envelope::roomId))
            .addArrayOfLong(all(envelopes, Envelope::seq, Long[]::new))
            .addArrayOfUUID(ids(envelopes, Envelope::entryId))
            .addArrayOfUUID(ids(envelopes, Envelope::clientId))
            .addArrayOfUUID(ids(envelopes, Envelope::senderId))
            .addArrayOfUUID(ids(envelopes, Envelope::organisationId))
            .addArrayOfString(all(envelopes, it -> it.entryClass().name(), String[]::new))
            .addArrayOfString(all(envelopes, Envelope::kind, String[]::new))
            .addArrayOfInteger(all(envelopes, Envelope::format, Integer[]::new))
            .addArrayOfBuffer(all(entries, it -> Buffer.buffer(it.ciphertext()), Buffer[]::new))
            .addArrayOfOffsetDateTime(
                all(envelopes, it -> it.sentAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
            .addArrayOfLong(all(envelopes, Envelope::accessEpoch, Long[]::new))
            .addArrayOfLong(all(kept, Kept::place, Long[]::new))
            .addArrayOfBoolean(all(kept, Kept::isStanding, Boolean[]::new));
    return tx.preparedQuery(KEEP).execute(row);
  }

  private static <T> UUID[] ids(List<T> of, Function<T, @Nullable UUID> id) {
    return all(of, id, UUID[]::new);
  }

  private static <T, V extends @Nullable Object> V[] all(
      List<T> of, Function<T, V> value, IntFunction<V[]> array) {
    return of.stream().map(value).toArray(array);
  }
}
