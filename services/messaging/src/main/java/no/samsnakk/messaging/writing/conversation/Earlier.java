package no.samsnakk.messaging.writing.conversation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.messaging.reading.entry.SealedEntry;

/**
 * What the rooms hold of what a batch's drafts are about.
 *
 * @param authors who wrote the rows; one that is not there has none
 * @param said what each sender has said of such a row, by kind
 */
record Earlier(Map<Place, UUID> authors, Map<Said, Newest> said) {
  static final Earlier NOTHING = new Earlier(Map.of(), Map.of());

  /** The newest of so many entries. */
  record Newest(SealedEntry entry, long times) {}

  /** What there is to open. */
  List<SealedEntry> entries() {
    return said.values().stream().map(Newest::entry).toList();
  }

  record Place(UUID roomId, long seq) {}

  record Said(Place about, UUID senderId, String kind) {
    static Said of(Draft draft, long about) {
      return new Said(new Place(draft.roomId(), about), draft.senderId(), draft.content().kind());
    }
  }
}
