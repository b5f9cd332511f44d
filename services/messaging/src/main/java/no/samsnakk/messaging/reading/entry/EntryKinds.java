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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.StrictJson;
import no.samsnakk.contracts.conversation.FrameRefused;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.reading.entry.AmendingKind.Before;
import no.samsnakk.messaging.reading.entry.AmendingKind.Whose;
import no.samsnakk.messaging.reading.entry.EntryKinds.Content.About;
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
     * @param about what it is about or names, if it does
     */
    record Sound(
        String kind, EntryClass entryClass, int format, ObjectNode payload, @Nullable About about)
        implements Content {
      /** Never the payload (R9). */
      @Override
      public String toString() {
        return "Sound[" + kind + "]";
      }
    }

    /**
     * Which earlier row something is about.
     *
     * @param place of that row; null where it begins something itself, or is about nothing
     * @param begins whether later ones may be about it
     * @param whose whether what others have said of it counts as well
     * @param names a further row that has to be there
     * @param beside another kind whose newest about that row counts as well
     * @param asksWhoHasRead whether it counts on whose screens that row has been
     * @param takesBack whether it takes that row back
     * @param changes whether it says otherwise what that row says
     * @param isStanding whether something is still waited for after it; null where nothing ever is
     */
    record About(
        @Nullable Long place,
        boolean begins,
        Whose whose,
        @Nullable Long names,
        @Nullable String beside,
        boolean asksWhoHasRead,
        boolean takesBack,
        boolean changes,
        @Nullable Boolean isStanding) {
      /** What is about nothing, and names an earlier row. */
      static About naming(long seq) {
        return new About(null, false, Whose.EACH, seq, null, false, false, false, null);
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
   * What comes of something that is about an earlier row, where it is said.
   *
   * @param fault what is wrong with it, if anything is
   * @param payload what is kept of it
   * @param wakes whom it wakes
   */
  public record Judgement(@Nullable RefusalCode fault, ObjectNode payload, Set<UUID> wakes) {}

  /** Judges something that is about an earlier row, or names one, by what it meets there. */
  public Judgement judge(Content.Sound content, Before<ObjectNode> before) {
    return requireNonNull(byName.get(content.kind())).judge(content.payload(), before);
  }

  /**
   * Whether both say the same, whatever the server has added to what was kept. A number is the same
   * in whatever width it was read.
   */
  public boolean sayTheSame(String kind, ObjectNode kept, ObjectNode said) {
    var added = requireNonNull(byName.get(kind)).saidByTheServer();
    return kept.deepCopy()
        .without(added)
        .equals(EntryKinds::compare, said.deepCopy().without(added));
  }

  private static int compare(JsonNode one, JsonNode other) {
    boolean same =
        one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue()) == 0
            : one.equals(other);
    return same ? 0 : 1;
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
              about(payload));
    }

    private @Nullable About about(P payload) {
      if (kind instanceof AmendingKind<P> amending) {
        return about(amending, payload);
      }
      var named = kind.names(payload);
      return named == null ? null : About.naming(named);
    }

    private static <P> About about(AmendingKind<P> kind, P payload) {
      var place = kind.about(payload);
      return new About(
          place,
          place == null,
          kind.whose(),
          kind.names(payload),
          kind.beside(),
          kind.asksWhoHasRead(),
          kind.takesBack(),
          kind.changes(),
          kind.isStanding(payload));
    }

    Judgement judge(ObjectNode payload, Before<ObjectNode> before) {
      if (!(kind instanceof AmendingKind<P> amending)) {
        return sound(payload);
      }
      try {
        var said =
            before.said() == null ? null : reader.<P>readValue(before.said(), kind.payload());
        return judge(amending, payload, reader.readValue(payload, kind.payload()), before.of(said));
      } catch (IOException e) {
        // What only a newer version reads: of what others rely on this one must not judge.
        return amending.whose() == Whose.ALL || amending.beside() != null
            ? new Judgement(RefusalCode.TEMPORARILY_UNAVAILABLE, payload, Set.of())
            : sound(payload);
      }
    }

    private static Judgement sound(ObjectNode payload) {
      return new Judgement(null, payload, Set.of());
    }

    private static <P> Judgement judge(
        AmendingKind<P> kind, ObjectNode said, P payload, Before<P> before) {
      var fault = kind.fault(payload, before);
      if (fault.isPresent()) {
        return new Judgement(fault.get(), said, Set.of());
      }
      var completed = kind.completed(payload, before);
      ObjectNode kept = completed == payload ? said : Json.MAPPER.valueToTree(completed);
      return new Judgement(null, kept, kind.wakes(payload, before));
    }

    Set<String> saidByTheServer() {
      return kind instanceof AmendingKind<P> amending ? amending.saidByTheServer() : Set.of();
    }

    /** Of what its record has; what a newer browser says besides passes by. */
    private P payload(Map<String, JsonNode> members) {
      try {
        var tree = Json.MAPPER.createObjectNode();
        tree.setAll(members);
        tree.remove(saidByTheServer());
        return reader.readValue(tree, kind.payload());
      } catch (IOException e) {
        throw FrameRefused.malformed();
      }
    }
  }
}
