package no.samsnakk.messaging.live.delivery;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.keys.RoomCipher;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.entry.EntryReader;
import no.samsnakk.messaging.reading.entry.RoomsRead;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import no.samsnakk.messaging.wire.connection.EncodedFrame;
import no.samsnakk.messaging.writing.batch.Scope;
import org.jspecify.annotations.Nullable;

/** Reads a room's access and messages at one moment. */
@ApplicationScoped
class Snapshots {
  private final Pool pool;
  private final RoomKeys keys;
  private final EntryReader reader;

  Snapshots(Pool pool, RoomKeys keys, EntryReader reader) {
    this.pool = pool;
    this.keys = keys;
    this.reader = reader;
  }

  /** The room now, with up to a hundred messages after {@code afterSeq}. */
  Future<Snapshot> read(UUID roomId, long afterSeq) {
    return keys.transaction(pool, Scope.DELIVERY, tx -> reader.after(tx, roomId, afterSeq))
        .map(read -> snapshot(roomId, read));
  }

  private static Snapshot snapshot(UUID roomId, RoomsRead read) {
    var access = read.access(roomId);
    return new Snapshot(
        access == Access.NONE ? null : access,
        read.lastSeq(roomId),
        read.stored(roomId).stream()
            .map(
                entry ->
                    new CommittedEntry(entry.envelope(), () -> frame(read.openedForSeveral(entry))))
            .toList());
  }

  /** One that is told of by itself: what changes it or takes it back follows it. */
  static CommittedEntry committed(SealedEntry entry, @Nullable RoomCipher cipher) {
    return new CommittedEntry(
        entry.envelope(), () -> frame(cipher == null ? null : entry.open(cipher)));
  }

  private static @Nullable EncodedFrame frame(@Nullable Entry entry) {
    return entry == null ? null : EncodedFrame.of(new ServerFrame.EntryFrame(entry));
  }
}
