package no.samsnakk.messaging.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.contracts.entry.TextPayload;
import no.samsnakk.messaging.reading.entry.EntryKinds.Content.Sound;
import no.samsnakk.messaging.reading.entry.SealedEntry;

/** Entries as whoever administers the database sees them. */
public final class SealedEntries {
  private SealedEntries() {}

  public static SealedEntry of(UUID entryId) {
    var row =
        Database.ask(
                String.class,
                "select to_jsonb(e)::text from messaging.entry e where e.entry_id = ?",
                entryId)
            .getFirst();
    try {
      return of((ObjectNode) Json.MAPPER.readTree(row));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static SealedEntry of(ObjectNode row) {
    var organisation = row.path("organisation_id").textValue();
    var envelope =
        new Envelope(
            UUID.fromString(row.path("room_id").asText()),
            row.path("seq").asLong(),
            UUID.fromString(row.path("entry_id").asText()),
            UUID.fromString(row.path("client_id").asText()),
            UUID.fromString(row.path("sender_id").asText()),
            organisation == null ? null : UUID.fromString(organisation),
            EntryClass.valueOf(row.path("class").asText()),
            row.path("kind").asText(),
            row.path("format").asInt(),
            OffsetDateTime.parse(row.path("sent_at").asText()).toInstant(),
            row.path("access_epoch").asLong());
    var ciphertext = row.path("ciphertext").asText().substring("\\x".length());
    return new SealedEntry(envelope, HexFormat.of().parseHex(ciphertext));
  }

  /** A text as its kind has read it. */
  public static Sound text(String body) {
    return new Sound(TextPayload.KIND, EntryClass.VISIBLE, 1, payload(body), null);
  }

  public static ObjectNode payload(String body) {
    return Json.MAPPER.createObjectNode().put("body", body);
  }
}
