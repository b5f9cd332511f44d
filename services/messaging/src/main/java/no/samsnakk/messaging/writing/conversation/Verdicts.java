package no.samsnakk.messaging.writing.conversation;

import java.util.List;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.keys.NewRoomKey;
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
   * @param about the place of the row that it is about, if it is about one
   */
  record Kept(SealedEntry stored, Entry entry, @Nullable Long about) {}

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
