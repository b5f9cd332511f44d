package no.samsnakk.messaging.writing.conversation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.keys.NewRoomKey;
import no.samsnakk.messaging.reading.entry.EntryKinds.Content.About;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a batch.
 *
 * @param verdicts one for each draft, in order
 * @param keys rooms whose first message is among them
 */
record Verdicts(List<Verdict> verdicts, List<NewRoomKey> keys) {

  /** What was decided about one draft; {@code kept} is what has to be written, if anything. */
  record Verdict(Draft draft, Outcome outcome, @Nullable Kept kept) {}

  /**
   * An entry that is new: as it is stored and as it is delivered.
   *
   * @param about what it is about, if its kind may be about an earlier row
   * @param wakes whom it wakes, where it is no row of its own
   */
  record Kept(SealedEntry stored, Entry entry, @Nullable About about, Set<UUID> wakes) {
    /** The place of the row that it is about, which may be its own; null where it is about none. */
    @Nullable Long place() {
      if (about == null) {
        return null;
      }
      return about.begins() ? (Long) entry.seq() : about.place();
    }

    /** Whether something is waited for after it; null where nothing ever is. */
    @Nullable Boolean isStanding() {
      return about == null ? null : about.isStanding();
    }

    /** The event that tells the others of it. */
    EntryCommitted event() {
      boolean takesBack = about != null && about.takesBack();
      return stored.committed(List.copyOf(wakes), takesBack ? place() : null);
    }
  }

  List<Kept> kept() {
    return verdicts.stream()
        .map(Verdict::kept)
        .<Kept>mapMulti(
            (kept, next) -> {
              if (kept != null) {
                next.accept(kept);
              }
            })
        .toList();
  }
}
