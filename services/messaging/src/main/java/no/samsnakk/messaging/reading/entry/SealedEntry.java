package no.samsnakk.messaging.reading.entry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.vertx.sqlclient.Row;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.keys.RoomCipher;
import no.samsnakk.keys.RoomKeys;
import org.jspecify.annotations.Nullable;

/** An entry as it lies in the database and in Kafka: its payload encrypted (R9). */
public record SealedEntry(Envelope envelope, byte[] ciphertext) {
  /** What {@link #of(Row)} reads, in its order; {@code e} is the table. */
  public static final String COLUMNS =
      "e.room_id, e.seq, e.entry_id, e.client_id, e.sender_id, e.organisation_id, e.class, e.kind,"
          + " e.format, e.sent_at, e.access_epoch, e.ciphertext";

  public static SealedEntry of(Row row) {
    var envelope =
        new Envelope(
            row.getUUID(0),
            row.getLong(1),
            row.getUUID(2),
            row.getUUID(3),
            row.getUUID(4),
            row.getUUID(5),
            EntryClass.valueOf(row.getString(6)),
            row.getString(7),
            row.getInteger(8),
            row.get(OffsetDateTime.class, 9).toInstant(),
            row.getLong(10));
    return new SealedEntry(envelope, row.getBuffer(11).getBytes());
  }

  public static List<SealedEntry> all(Iterable<Row> rows) {
    List<SealedEntry> all = new ArrayList<>();
    rows.forEach(row -> all.add(of(row)));
    return all;
  }

  /** What {@link RoomKeys#fitting} looks at: the ciphertexts by room. */
  public static Map<UUID, List<byte[]>> ciphertexts(Collection<SealedEntry> entries) {
    return entries.stream()
        .collect(groupingBy(SealedEntry::roomId, mapping(SealedEntry::ciphertext, toList())));
  }

  public static SealedEntry of(EntryCommitted event) {
    return new SealedEntry(event.envelope(), Base64.getDecoder().decode(event.ciphertext()));
  }

  /**
   * The event that tells the others of it.
   *
   * @param wakes whom it wakes, where it is no row of its own
   * @param retracts the place of the message that it takes back, if it takes one back
   */
  public EntryCommitted committed(List<UUID> wakes, @Nullable Long retracts) {
    var sealed = Base64.getEncoder().encodeToString(ciphertext);
    return new EntryCommitted(envelope, sealed, wakes, retracts);
  }

  public UUID roomId() {
    return envelope.roomId();
  }

  /**
   * As the people in the room see it. One that does not open has no payload, which the operator is
   * told: it keeps its place, so that nobody takes it for a gap or for the beginning.
   */
  public Entry open(RoomCipher cipher) {
    try {
      return new Entry(envelope, PayloadCodec.open(cipher, this));
    } catch (GeneralSecurityException e) {
      LOG.undecipherable(e.getClass().getSimpleName());
      return new Entry(envelope, null);
    }
  }

  /** Ids only. */
  @Override
  public String toString() {
    return "SealedEntry[roomId=" + envelope.roomId() + ", seq=" + envelope.seq() + "]";
  }
}
