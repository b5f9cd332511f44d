package no.samsnakk.messaging.conversation;

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
import java.util.UUID;
import java.util.function.Function;
import no.samsnakk.messaging.access.Access;
import no.samsnakk.messaging.entry.StoredMessage;

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
          + StoredMessage.COLUMNS
          + """
           from unnest($1::uuid[], $2::uuid[], $3::uuid[]) w(room_id, sender_id, client_id)
          join message m on m.room_id = w.room_id
            and m.sender_id = w.sender_id and m.client_id = w.client_id""";

  /** Without RETURNING, for which PostgreSQL would check the right to read of each row. */
  static final String KEEP =
      """
      with kept as (
        insert into message (room_id, seq, message_id, client_id, sender_id, organisation_id,
          kind, ciphertext, sent_at, access_epoch)
        select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::uuid[], $5::uuid[],
          $6::uuid[], $7::text[], $8::bytea[], $9::timestamptz[], $10::bigint[]))
      update conversation c set last_seq = k.seq
      from (select room_id, max(seq) as seq from unnest($1::uuid[], $2::bigint[]) k(room_id, seq)
        group by room_id) k
      where c.room_id = k.room_id""";

  private BatchStatements() {}

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

  static Future<Map<Draft.Key, StoredMessage>> existing(SqlConnection tx, List<Draft> drafts) {
    return tx.preparedQuery(EXISTING)
        .execute(
            Tuple.of(
                ids(drafts, Draft::roomId),
                ids(drafts, Draft::senderId),
                ids(drafts, Draft::clientId)))
        .map(
            rows -> {
              Map<Draft.Key, StoredMessage> existing = new HashMap<>();
              rows.forEach(
                  row -> {
                    var stored = StoredMessage.of(row);
                    existing.put(
                        new Draft.Key(stored.roomId(), stored.senderId(), stored.clientId()),
                        stored);
                  });
              return existing;
            });
  }

  static Future<?> keep(SqlConnection tx, List<StoredMessage> messages) {
    if (messages.isEmpty()) {
      return Future.succeededFuture();
    }
    var row =
        Tuple.tuple()
            .addArrayOfUUID(ids(messages, StoredMessage::roomId))
            .addArrayOfLong(messages.stream().map(StoredMessage::seq).toArray(Long[]::new))
            .addArrayOfUUID(ids(messages, StoredMessage::messageId))
            .addArrayOfUUID(ids(messages, StoredMessage::clientId))
            .addArrayOfUUID(ids(messages, StoredMessage::senderId))
            .addArrayOfUUID(ids(messages, StoredMessage::organisationId))
            .addArrayOfString(messages.stream().map(m -> m.kind().name()).toArray(String[]::new))
            .addArrayOfBuffer(
                messages.stream()
                    .map(message -> Buffer.buffer(message.ciphertext()))
                    .toArray(Buffer[]::new))
            .addArrayOfOffsetDateTime(
                messages.stream()
                    .map(message -> message.sentAt().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new))
            .addArrayOfLong(messages.stream().map(StoredMessage::accessEpoch).toArray(Long[]::new));
    return tx.preparedQuery(KEEP).execute(row);
  }

  private static <T> UUID[] ids(List<T> of, Function<T, UUID> id) {
    return of.stream().map(id).toArray(UUID[]::new);
  }
}
