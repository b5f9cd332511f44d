package no.samsnakk.messaging.live.delivery;

import io.quarkus.arc.Arc;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.contracts.entry.RetractionPayload;
import no.samsnakk.contracts.entry.TextPayload;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.keys.RoomCipher;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.reading.entry.PayloadCodec;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;

/** What another instance of messaging does to the database, and would tell by Kafka. */
final class OtherInstance {
  private OtherInstance() {}

  /** Commits a message into a room that has a key already. */
  static EntryCommitted commits(UUID room, Person sender, String body) {
    var stored =
        sealed(
            room,
            sender,
            moves(room, 1),
            EntryClass.VISIBLE,
            TextPayload.KIND,
            TextPayload.of(body));
    insert(stored, null);
    return stored.committed(List.of(), null);
  }

  /** Commits one and takes it back at once: whoever finds the one finds the other. */
  static void commitsAndTakesBack(UUID room, Person sender, String body) {
    var last =
        Database.ask(
                Long.class, "select last_seq from messaging.conversation where room_id = ?", room)
            .getFirst();
    var by = List.of(sender.personId());
    var retraction = new RetractionPayload(last + 1, List.of(), by);
    insert(
        sealed(room, sender, last + 2, EntryClass.AMENDS, RetractionPayload.KIND, retraction),
        last + 1);
    insert(
        sealed(room, sender, last + 1, EntryClass.VISIBLE, TextPayload.KIND, TextPayload.of(body)),
        null);
    moves(room, 2);
  }

  private static long moves(UUID room, int by) {
    return Database.ask(
            Long.class,
            "update messaging.conversation set last_seq = last_seq + ? where room_id = ?"
                + " returning last_seq",
            by,
            room)
        .getFirst();
  }

  private static SealedEntry sealed(
      UUID room, Person sender, long seq, EntryClass entryClass, String kind, Object says) {
    var epoch =
        Database.ask(Long.class, "select access_epoch from rooms.room where room_id = ?", room)
            .getFirst();
    var envelope =
        new Envelope(
            room,
            seq,
            Ids.next(),
            Ids.next(),
            sender.personId(),
            null,
            entryClass,
            kind,
            1,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            epoch);
    return PayloadCodec.seal(cipher(room), envelope, Json.MAPPER.valueToTree(says));
  }

  private static RoomCipher cipher(UUID room) {
    var keys = Arc.container().instance(RoomKeys.class).get();
    var pool = Arc.container().instance(Pool.class).get();
    return keys.of(pool, List.of(room)).toCompletionStage().toCompletableFuture().join().get(room);
  }

  private static void insert(SealedEntry stored, @Nullable Long about) {
    var envelope = stored.envelope();
    Database.run(
        "insert into messaging.entry (room_id, seq, entry_id, client_id, sender_id,"
            + " organisation_id, class, kind, format, ciphertext, sent_at, access_epoch, about)"
            + " values (?, ?, ?, ?, ?, null, ?, ?, 1, ?, ?, ?, ?)",
        envelope.roomId(),
        envelope.seq(),
        envelope.entryId(),
        envelope.clientId(),
        envelope.senderId(),
        envelope.entryClass().name(),
        envelope.kind(),
        stored.ciphertext(),
        OffsetDateTime.ofInstant(envelope.sentAt(), ZoneOffset.UTC),
        envelope.accessEpoch(),
        about);
  }
}
