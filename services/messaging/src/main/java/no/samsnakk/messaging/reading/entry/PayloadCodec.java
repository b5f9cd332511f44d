package no.samsnakk.messaging.reading.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.keys.RoomCipher;
import org.jspecify.annotations.Nullable;

/**
 * Seals payloads, of whichever kind, and opens them. A payload is a JSON object under the room's
 * key (R9), bound to all of its envelope: with another sender, place, kind or time it does not
 * open.
 */
public final class PayloadCodec {
  /**
   * How a text was written before payloads were objects: as it is, and bound to room and id alone.
   */
  private static final int BARE_TEXT = 0;

  private static final UUID NOBODY = new UUID(0, 0);

  private PayloadCodec() {}

  /** The payload of an entry with this envelope, as it is stored. */
  public static SealedEntry seal(RoomCipher cipher, Envelope envelope, ObjectNode payload) {
    try {
      var json = Json.MAPPER.writeValueAsBytes(payload);
      return new SealedEntry(envelope, cipher.encrypt(json, bytes(envelope)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A payload that cannot be written: " + envelope.kind(), e);
    }
  }

  /**
   * The payload again.
   *
   * @throws GeneralSecurityException if it was sealed with another key or for another envelope, or
   *     is no object
   */
  public static ObjectNode open(RoomCipher cipher, SealedEntry entry)
      throws GeneralSecurityException {
    var envelope = entry.envelope();
    if (envelope.format() == BARE_TEXT) {
      var text = cipher.decrypt(entry.ciphertext(), ids(envelope));
      return Json.MAPPER.createObjectNode().put("body", new String(text, StandardCharsets.UTF_8));
    }
    var json = cipher.decrypt(entry.ciphertext(), bytes(envelope));
    try {
      if (Json.MAPPER.readTree(json) instanceof ObjectNode payload) {
        return payload;
      }
    } catch (IOException e) {
      // What stands in it is repeated nowhere (R9).
    }
    throw new GeneralSecurityException("A payload that is no object");
  }

  private static byte[] ids(Envelope envelope) {
    var bytes = ByteBuffer.allocate(2 * 2 * Long.BYTES);
    put(bytes, envelope.roomId());
    put(bytes, envelope.entryId());
    return bytes.array();
  }

  /** All of it, each part in a length of its own or with its length before it. */
  private static byte[] bytes(Envelope envelope) {
    var kind = envelope.kind().getBytes(StandardCharsets.UTF_8);
    var entryClass = envelope.entryClass().name().getBytes(StandardCharsets.UTF_8);
    var bytes =
        ByteBuffer.allocate(
            5 * 2 * Long.BYTES
                + 3 * Long.BYTES
                + 3 * Integer.BYTES
                + kind.length
                + entryClass.length);
    put(bytes, envelope.roomId());
    bytes.putLong(envelope.seq());
    put(bytes, envelope.entryId());
    put(bytes, envelope.clientId());
    put(bytes, envelope.senderId());
    put(bytes, envelope.organisationId());
    bytes.putInt(entryClass.length).put(entryClass);
    bytes.putInt(kind.length).put(kind);
    bytes.putInt(envelope.format());
    bytes.putLong(envelope.sentAt().toEpochMilli());
    bytes.putLong(envelope.accessEpoch());
    return bytes.array();
  }

  private static void put(ByteBuffer bytes, @Nullable UUID id) {
    var written = id == null ? NOBODY : id;
    bytes.putLong(written.getMostSignificantBits());
    bytes.putLong(written.getLeastSignificantBits());
  }
}
