package no.samsnakk.messaging.writing.conversation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.messaging.reading.entry.AmendingKind.Row;
import no.samsnakk.messaging.reading.entry.AmendingKind.Whose;
import no.samsnakk.messaging.reading.entry.EntryKinds.Content.About;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the rooms hold of what a batch's drafts are about.
 *
 * @param rows those that are there
 * @param said what was said of such a row before, by kind
 */
record Earlier(Map<Place, Row> rows, Map<Said, Newest> said) {
  static final Earlier NOTHING = new Earlier(Map.of(), Map.of());

  /** The newest of so many entries. */
  record Newest(SealedEntry entry, long times) {}

  /** What there is to open. */
  List<SealedEntry> entries() {
    return said.values().stream().map(Newest::entry).toList();
  }

  record Place(UUID roomId, long seq) {
    /** The row that a draft is about; null where it is about none. */
    static @Nullable Place about(Draft draft) {
      var seq = draft.place();
      return seq == null ? null : new Place(draft.roomId(), seq);
    }

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
    static Said of(Place place, Draft draft, About about) {
      var senderId = about.whose() == Whose.ALL ? null : draft.senderId();
      return new Said(place, senderId, draft.content().kind());
    }

    /** What anybody has said with the other kind that counts as well; null where none does. */
    static @Nullable Said beside(Place place, About about) {
      return about.beside() == null ? null : new Said(place, null, about.beside());
    }

    /** All that a draft has to be judged by. */
    static Stream<Said> neededFor(Draft draft) {
      var about = draft.content().about();
      var place = Place.about(draft);
      return about == null || place == null
          ? Stream.empty()
          : Stream.of(of(place, draft, about), beside(place, about))
              .filter(Objects::nonNull)
              .map(Objects::requireNonNull);
    }

    UUID roomId() {
      return about.roomId();
    }

    long place() {
      return about.seq();
    }

    boolean isAnybodys() {
      return senderId == null;
    }
  }
}
