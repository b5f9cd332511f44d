package no.samsnakk.messaging.delivery;

import io.quarkus.arc.Arc;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.conversation.MessageKind;
import no.samsnakk.contracts.event.MessageCommitted;
import no.samsnakk.keys.RoomCipher;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.entry.StoredMessage;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.platform.id.Ids;

/** What another instance of messaging does to the database, and would tell by Kafka. */
final class OtherInstance {
  private OtherInstance() {}

  /** Commits a message into a room that has a key already. */
  static MessageCommitted commits(UUID room, Person sender, String body) {
    var messageId = Ids.next();
    var seq =
        Database.ask(
                Long.class,
                "update messaging.conversation set last_seq = last_seq + 1 where room_id = ?"
                    + " returning last_seq",
                room)
            .getFirst();
    var epoch =
        Database.ask(Long.class, "select access_epoch from rooms.room where room_id = ?", room)
            .getFirst();
    var stored =
        new StoredMessage(
            room,
            seq,
            messageId,
            Ids.next(),
            sender.personId(),
            null,
            MessageKind.TEXT,
            cipher(room).encrypt(messageId, body),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            epoch);
    insert(stored);
    return stored.committed();
  }

  private static RoomCipher cipher(UUID room) {
    var keys = Arc.container().instance(RoomKeys.class).get();
    var pool = Arc.container().instance(Pool.class).get();
    return keys.of(pool, List.of(room)).toCompletionStage().toCompletableFuture().join().get(room);
  }

  private static void insert(StoredMessage stored) {
    Database.run(
        "insert into messaging.message (room_id, seq, message_id, client_id, sender_id,"
            + " organisation_id, kind, ciphertext, sent_at, access_epoch)"
            + " values (?, ?, ?, ?, ?, null, 'TEXT', ?, ?, ?)",
        stored.roomId(),
        stored.seq(),
        stored.messageId(),
        stored.clientId(),
        stored.senderId(),
        stored.ciphertext(),
        OffsetDateTime.ofInstant(stored.sentAt(), ZoneOffset.UTC),
        stored.accessEpoch());
  }
}
