package no.samsnakk.messaging.reading.entry;

import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * A kind that says something of an earlier row of the room. It is refused where there is no such
 * row; what else may be wrong with it is asked under the room's lock, so that nothing comes between
 * the answer and the commit.
 */
public interface AmendingKind<P> extends EntryKind<P> {
  @Override
  default EntryClass entryClass() {
    return EntryClass.AMENDS;
  }

  /** The place in the room of the row that it is about. */
  long about(P payload);

  /** What is wrong with it where it is said: a stable code (R11), or nothing. */
  Optional<RefusalCode> fault(P payload, Before<P> before);

  /**
   * What an entry of this kind meets.
   *
   * @param senderId who says it
   * @param authorId who wrote the row that it is about
   * @param said what the sender has said of that row with the newest entry of this kind; null where
   *     there is none
   * @param times how many entries of this kind she has about that row
   */
  record Before<P>(UUID senderId, UUID authorId, @Nullable P said, long times) {}
}
