package no.samsnakk.messaging.reading.entry;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.StrictJson;
import no.samsnakk.contracts.conversation.FrameRefused;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.reading.entry.AmendingKind.Before;
import org.jspecify.annotations.Nullable;

/** All kinds of entries that can be written here. */
@ApplicationScoped
public class EntryKinds {
  private final Map<String, Known<?>> byName;

  EntryKinds(@All List<EntryKind<?>> kinds) {
    byName = kinds.stream().collect(Collectors.toUnmodifiableMap(EntryKind::name, Known::of));
  }

  /** Something that somebody wants to say, read as its kind demands. */
  public sealed interface Content {
    /**
     * Nothing is wrong with it by itself.
     *
     * @param about the place of the row that it is about, if it is about one
     */
    record Sound(
        String kind, EntryClass entryClass, int format, ObjectNode payload, @Nullable Long about)
        implements Content {
      /** Never the payload (R9). */
      @Override
      public String toString() {
        return "Sound[" + kind + "]";
      }
    }

    /** It can't be said; why, as a stable code. */
    record Faulty(RefusalCode code) implements Content {}

    /** A kind that this version does not write; a newer one may. */
    record UnknownKind() implements Content {}
  }

  /**
   * Reads a payload.
   *
   * @throws FrameRefused if it has not the shape of its kind's
   */
  public Content read(String kind, Map<String, JsonNode> payload) {
    var known = byName.get(kind);
    return known == null ? new Content.UnknownKind() : known.read(payload);
  }

  /**
   * What is wrong with something that is about an earlier row, where it is said.
   *
   * @param authorId who wrote that row
   * @param said what its sender has said of the row before; null where that is nothing
   * @param times how often she has
   */
  public Optional<RefusalCode> fault(
      Content.Sound content, UUID senderId, UUID authorId, @Nullable ObjectNode said, long times) {
    return requireNonNull(byName.get(content.kind()))
        .fault(content.payload(), new Before<>(senderId, authorId, said, times));
  }

  private record Known<P>(EntryKind<P> kind, ObjectReader reader) {
    static <P> Known<P> of(EntryKind<P> kind) {
      return new Known<>(kind, StrictJson.readerFor(kind.payload()));
    }

    Content read(Map<String, JsonNode> members) {
      var payload = payload(members);
      Optional<RefusalCode> fault = kind.fault(payload);
      return fault.isPresent()
          ? new Content.Faulty(fault.get())
          : new Content.Sound(
              kind.name(),
              kind.entryClass(),
              kind.format(),
              Json.MAPPER.valueToTree(payload),
              kind instanceof AmendingKind<P> amending ? amending.about(payload) : null);
    }

    Optional<RefusalCode> fault(ObjectNode payload, Before<ObjectNode> before) {
      if (!(kind instanceof AmendingKind<P> amending)) {
        return Optional.empty();
      }
      try {
        var said =
            before.said() == null ? null : reader.<P>readValue(before.said(), kind.payload());
        return amending.fault(
            reader.readValue(payload, kind.payload()),
            new Before<>(before.senderId(), before.authorId(), said, before.times()));
      } catch (IOException e) {
        // What only a newer version reads refuses nothing.
        return Optional.empty();
      }
    }

    /** Of what its record has; what a newer browser says besides passes by. */
    private P payload(Map<String, JsonNode> members) {
      try {
        var tree = Json.MAPPER.createObjectNode();
        tree.setAll(members);
        return reader.readValue(tree, kind.payload());
      } catch (IOException e) {
        throw FrameRefused.malformed();
      }
    }
  }
}
