package no.samsnakk.messaging.entry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static no.samsnakk.messaging.log.MessagingLog.LOG;

import io.vertx.sqlclient.Row;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.conversation.Message;
import no.samsnakk.contracts.conversation.MessageKind;
import no.samsnakk.contracts.event.MessageCommitted;
import no.samsnakk.keys.RoomCipher;
import no.samsnakk.keys.RoomKeys;
import org.jspecify.annotations.Nullable;

/** A message as it lies in the database and in Kafka: its body encrypted (R9). */
public record StoredMessage(
    UUID roomId,
    long seq,
    UUID messageId,
    UUID clientId,
    UUID senderId,
    @Nullable UUID organisationId,
    MessageKind kind,
    byte[] ciphertext,
    Instant sentAt,
    long accessEpoch) {
  /** What {@link #of(Row)} reads, in its order; {@code m} is the table. */
  public static final String COLUMNS =
      "m.room_id, m.seq, m.message_id, m.client_id, m.sender_id, m.organisation_id, m.kind,"
          + " m.ciphertext, m.sent_at, m.access_epoch";

  public static StoredMessage of(Row row) {
    return new StoredMessage(
        row.getUUID(0),
        row.getLong(1),
        row.getUUID(2),
        row.getUUID(3),
        row.getUUID(4),
        row.getUUID(5),
        MessageKind.valueOf(row.getString(6)),
        row.getBuffer(7).getBytes(),
        row.get(OffsetDateTime.class, 8).toInstant(),
        row.getLong(9));
  }

  public static List<StoredMessage> all(Iterable<Row> rows) {
    List<StoredMessage> all = new ArrayList<>();
    rows.forEach(row -> all.add(of(row)));
    return all;
  }

  /** What {@link RoomKeys#fitting} looks at: the ciphertexts by room. */
  public static Map<UUID, List<byte[]>> ciphertexts(Collection<StoredMessage> messages) {
    return messages.stream()
        .collect(groupingBy(StoredMessage::roomId, mapping(StoredMessage::ciphertext, toList())));
  }

  public static StoredMessage of(MessageCommitted event) {
    return new StoredMessage(
        event.roomId(),
        event.seq(),
        event.messageId(),
        event.clientId(),
        event.senderId(),
        event.organisationId(),
        event.kind(),
        Base64.getDecoder().decode(event.ciphertext()),
        event.sentAt(),
        event.accessEpoch());
  }

  /** The event that tells the others of it. */
  public MessageCommitted committed() {
    return new MessageCommitted(
        roomId,
        seq,
        messageId,
        clientId,
        senderId,
        organisationId,
        kind,
        Base64.getEncoder().encodeToString(ciphertext),
        sentAt,
        accessEpoch);
  }

  /** As the people in the room see it. */
  public Message with(@Nullable String body) {
    return new Message(
        roomId,
        seq,
        messageId,
        clientId,
        senderId,
        organisationId,
        kind,
        body,
        sentAt,
        accessEpoch);
  }

  /**
   * As the people in the room see it. One that does not open has no text, which the operator is
   * told: it keeps its place, so that nobody takes it for a gap or for the beginning.
   */
  public Message open(RoomCipher cipher) {
    try {
      return with(cipher.decrypt(messageId, ciphertext));
    } catch (GeneralSecurityException e) {
      LOG.undecipherable(e.getClass().getSimpleName());
      return with(null);
    }
  }

  /** Ids only. */
  @Override
  public String toString() {
    return "StoredMessage[roomId=" + roomId + ", seq=" + seq + "]";
  }
}
