package no.samsnakk.messaging.live.delivery;

import io.quarkus.arc.Arc;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.keys.RoomCipher;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.reading.entry.PayloadCodec;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.SealedEntries;
import no.samsnakk.platform.id.Ids;

/** What another instance of messaging does to the database, and would tell by Kafka. */
final class OtherInstance {
  private OtherInstance() {}

  /** Commits a message into a room that has a key already. */
  static EntryCommitted commits(UUID room, Person sender, String body) {
    var entryId = Ids.next();
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
    var envelope =
        new Envelope(
            room,
            seq,
            entryId,
            Ids.next(),
            sender.personId(),
            null,
            EntryClass.VISIBLE,
            "TEXT",
            1,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            epoch);
    var stored = PayloadCodec.seal(cipher(room), envelope, SealedEntries.payload(body));
    insert(stored);
    return stored.committed(List.of());
  }

  private static RoomCipher cipher(UUID room) {
    var keys = Arc.container().instance(RoomKeys.class).get();
    var pool = Arc.container().instance(Pool.class).get();
    return keys.of(pool, List.of(room)).toCompletionStage().toCompletableFuture().join().get(room);
  }

  private static void insert(SealedEntry stored) {
    var envelope = stored.envelope();
    Database.run(
        "insert into messaging.entry (room_id, seq, entry_id, client_id, sender_id,"
            + " organisation_id, class, kind, format, ciphertext, sent_at, access_epoch)"
            + " values (?, ?, ?, ?, ?, null, 'VISIBLE', 'TEXT', 1, ?, ?, ?)",
        envelope.roomId(),
        envelope.seq(),
        envelope.entryId(),
        envelope.clientId(),
        envelope.senderId(),
        stored.ciphertext(),
        OffsetDateTime.ofInstant(envelope.sentAt(), ZoneOffset.UTC),
        envelope.accessEpoch());
  }
}
