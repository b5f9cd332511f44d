package no.samsnakk.messaging.delivery;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.messaging.access.Access;
import no.samsnakk.messaging.batch.Scope;
import no.samsnakk.messaging.batch.Transaction;
import no.samsnakk.messaging.connection.Encoded;
import no.samsnakk.messaging.message.StoredMessage;
import no.samsnakk.messaging.roomkey.RoomCipher;
import no.samsnakk.messaging.roomkey.RoomKeys;
import org.jspecify.annotations.Nullable;

/**
 * Reads a room's access and messages at one moment, in one round trip. Because it is one moment no
 * message can come with it that was committed under a later epoch than the access it came with.
 */
@ApplicationScoped
class Snapshots {
  private static final int MOST = 100;
  private static final String ACCESS =
      """
      select room_id, person_id, organisation_id, may_read, may_write, access_epoch
      from rooms.access_v1 where room_id = $1""";
  private static final String LAST = "select last_seq from conversation where room_id = $1";
  private static final String MESSAGES =
      "select "
          + StoredMessage.COLUMNS
          + " from message m where m.room_id = $1 and m.seq > $2 order by m.seq limit "
          + MOST;

  private final Pool pool;
  private final RoomKeys keys;

  Snapshots(Pool pool, RoomKeys keys) {
    this.pool = pool;
    this.keys = keys;
  }

  /** The room now, with up to a hundred messages after {@code afterSeq}. */
  Future<Snapshot> read(UUID roomId, long afterSeq) {
    return Transaction.run(pool, Scope.DELIVERY, tx -> read(tx, roomId, afterSeq));
  }

  private Future<Snapshot> read(SqlConnection tx, UUID roomId, long afterSeq) {
    var access = tx.preparedQuery(ACCESS).execute(Tuple.of(roomId));
    var last = tx.preparedQuery(LAST).execute(Tuple.of(roomId));
    var messages = tx.preparedQuery(MESSAGES).execute(Tuple.of(roomId, afterSeq));
    var ciphers = keys.of(tx, List.of(roomId));
    return Transaction.commit(tx, List.of(access, last, messages, ciphers))
        .compose(
            all -> {
              var stored = StoredMessage.all(messages.result());
              return keys.fitting(tx, ciphers.result(), StoredMessage.ciphertexts(stored))
                  .map(fitting -> news(stored, fitting.get(roomId)));
            })
        .map(
            news ->
                new Snapshot(
                    Access.byRoom(access.result()).get(roomId), lastSeq(last.result()), news));
  }

  private static long lastSeq(RowSet<Row> rows) {
    var row = rows.iterator();
    return row.hasNext() ? row.next().getLong(0) : 0;
  }

  private static List<News> news(List<StoredMessage> stored, @Nullable RoomCipher cipher) {
    return stored.stream().map(message -> news(message, cipher)).toList();
  }

  static News news(StoredMessage message, @Nullable RoomCipher cipher) {
    return new News(
        message.seq(),
        message.senderId(),
        message.accessEpoch(),
        () ->
            cipher == null ? null : Encoded.of(new ServerFrame.MessageFrame(message.open(cipher))));
  }
}
