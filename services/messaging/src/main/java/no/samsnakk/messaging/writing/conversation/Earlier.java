package no.samsnakk.messaging.writing.conversation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.messaging.reading.entry.AmendingKind.Whose;
import no.samsnakk.messaging.reading.entry.EntryKinds.Content.About;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the rooms hold of what a batch's drafts are about.
 *
 * @param authors who wrote the rows; one that is not there has none
 * @param said what was said of such a row before, by kind
 */
record Earlier(Map<Place, UUID> authors, Map<Said, Newest> said) {
  static final Earlier NOTHING = new Earlier(Map.of(), Map.of());

  /** The newest of so many entries. */
  record Newest(SealedEntry entry, long times) {}

  /** What there is to open. */
  List<SealedEntry> entries() {
    return said.values().stream().map(Newest::entry).toList();
  }

  record Place(UUID roomId, long seq) {
    /** What a draft is about, and what else it names. */
    static Stream<Place> of(Draft draft) {
      var about = draft.content().about();
      return about == null
          ? Stream.empty()
          : Stream.of(about.place(), about.names())
              .filter(Objects::nonNull)
              .map(seq -> new Place(draft.roomId(), requireNonNull(seq)));
    }
  }

  /**
   * What is said of a row with entries of one kind.
   *
   * @param senderId by whom; null where it is whoever said it last
   */
  record Said(Place about, @Nullable UUID senderId, String kind) {
    static Said of(Draft draft, About about) {
      var said =
          new Said(
              new Place(draft.roomId(), about.place()), draft.senderId(), draft.content().kind());
      return about.whose() == Whose.ALL ? said.byAnybody() : said;
    }

    Said byAnybody() {
      return new Said(about, null, kind);
    }
  }
}
