package no.samsnakk.contracts.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.samsnakk.contracts.entry.EntryClass;

/** Types of events that nobody tells any more, and that still lie in topics: as today's types. */
final class Yesterday {
  /** Before there were other kinds than texts, and before a payload knew its envelope. */
  private static final String MESSAGE_COMMITTED = "no.samsnakk.messaging.message-committed.v1";

  private Yesterday() {}

  static JsonNode asToday(JsonNode event) {
    if (event instanceof ObjectNode old
        && old.path("type").asText().equals(MESSAGE_COMMITTED)
        && old.path("data") instanceof ObjectNode message) {
      var envelope = message.deepCopy();
      envelope.set("entryId", envelope.remove("messageId"));
      envelope.put("class", EntryClass.VISIBLE.name());
      envelope.put("format", 0);
      var ciphertext = envelope.remove("ciphertext");
      var today = old.deepCopy();
      today.put("type", Events.typeOf(EntryCommitted.class));
      today.putObject("data").<ObjectNode>set("envelope", envelope).set("ciphertext", ciphertext);
      return today;
    }
    return event;
  }
}
