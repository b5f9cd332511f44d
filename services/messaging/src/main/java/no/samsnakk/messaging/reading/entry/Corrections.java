package no.samsnakk.messaging.reading.entry;

import static java.util.Comparator.comparing;
import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.entry.Correction;
import no.samsnakk.contracts.entry.EditPayload;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.entry.RetractionPayload;
import no.samsnakk.contracts.entry.TextPayload;
import org.jspecify.annotations.Nullable;

/**
 * Which texts of a room do not stand as they were sent, and who is still shown what stood before
 * (decision 85): what comes next after it about the same message says so.
 */
final class Corrections {
  static final Set<String> KINDS = Set.of(EditPayload.KIND, RetractionPayload.KIND);

  /** What stays of a payload whose words are not shown. */
  private static final Set<String> NO_WORDS = Set.of("about", "readBy", "keptFor", "inResponseTo");

  /** By the place of the message, ascending. */
  private final Map<Long, List<Next>> byMessage = new HashMap<>();

  /**
   * @param says what it says; null where it does not open: then only whoever wrote the message is
   *     shown what stood before
   */
  private record Next(long seq, UUID senderId, @Nullable Correction says) {
    boolean keeps(@Nullable UUID personId, UUID authorId) {
      if (personId == null) {
        return false;
      }
      return says == null ? authorId.equals(personId) : says.keptFor().contains(personId);
    }
  }

  /**
   * What was found of a room.
   *
   * @param entry opened, if it opens
   * @param about the message that it was found by
   */
  record Found(Entry entry, long about) {}

  /**
   * @param found all that says next what becomes of what is shown; what an entry says itself
   *     counts, and what it was found by where it does not open. Some may be there twice
   */
  Corrections(List<Found> found) {
    found.forEach(it -> put(it.entry(), it.about()));
    byMessage.values().forEach(all -> all.sort(comparing(Next::seq)));
  }

  private void put(Entry entry, long foundBy) {
    var says = says(entry);
    byMessage
        .computeIfAbsent(says == null ? foundBy : says.about(), first -> new ArrayList<>())
        .add(new Next(entry.seq(), entry.envelope().senderId(), says));
  }

  private static @Nullable Correction says(Entry entry) {
    if (entry.payload() == null) {
      return null;
    }
    Class<? extends Correction> payload =
        entry.envelope().kind().equals(EditPayload.KIND)
            ? EditPayload.class
            : RetractionPayload.class;
    try {
      return Json.MAPPER.treeToValue(entry.payload(), payload);
    } catch (JsonProcessingException e) {
      LOG.undecipherable(e.getClass().getSimpleName());
      return null;
    }
  }

  /**
   * An entry as it is shown to somebody: without its words, where they were changed or taken back
   * before she had read them.
   *
   * @param personId to whom; null where it is shown to several, of whom each may not have read it
   */
  Entry shown(Entry entry, @Nullable UUID personId) {
    var message = messageOf(entry);
    if (message == null || entry.payload() == null) {
      return entry;
    }
    return byMessage.getOrDefault(message, List.of()).stream()
            .filter(it -> it.seq() > entry.seq() && isByTheSame(it, entry))
            .findFirst()
            .map(next -> next.keeps(personId, entry.envelope().senderId()))
            .orElse(true)
        ? entry
        : new Entry(entry.envelope(), entry.payload().deepCopy().retain(NO_WORDS));
  }

  /** Nobody's words are changed by another; who has said what does not open nobody knows. */
  private static boolean isByTheSame(Next next, Entry entry) {
    return next.says() == null || next.senderId().equals(entry.envelope().senderId());
  }

  /** The place of the message whose words an entry has; null where it has none. */
  private static @Nullable Long messageOf(Entry entry) {
    return switch (entry.envelope().kind()) {
      case TextPayload.KIND -> (Long) entry.seq();
      case EditPayload.KIND -> {
        var says = says(entry);
        yield says == null ? null : (Long) says.about();
      }
      default -> null;
    };
  }
}
