package no.samsnakk.contracts.entry;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.Set;

/** An {@link Entry} as one flat object: the envelope's members, then the payload's. */
final class EntryJson {
  /** No payload has members of these names. */
  static final Set<String> OF_THE_ENVELOPE =
      Set.of(
          "roomId",
          "seq",
          "entryId",
          "clientId",
          "senderId",
          "organisationId",
          "class",
          "kind",
          "format",
          "sentAt",
          "accessEpoch");

  private EntryJson() {}

  static final class Writer extends JsonSerializer<Entry> {
    @Override
    public void serialize(Entry entry, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      provider
          .findValueSerializer(Envelope.class)
          .unwrappingSerializer(NameTransformer.NOP)
          .serialize(entry.envelope(), json, provider);
      if (entry.payload() != null) {
        for (var member : entry.payload().properties()) {
          json.writeFieldName(member.getKey());
          json.writeTree(member.getValue());
        }
      }
      json.writeEndObject();
    }
  }

  static final class Reader extends JsonDeserializer<Entry> {
    @Override
    public Entry deserialize(JsonParser json, DeserializationContext context) throws IOException {
      ObjectNode tree = context.readTree(json).require();
      var envelope = context.readTreeAsValue(tree, Envelope.class);
      tree.remove(OF_THE_ENVELOPE);
      return new Entry(envelope, tree.isEmpty() ? null : tree);
    }
  }
}
