package no.samsnakk.messaging.reading.entry;

import java.util.Optional;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What messaging has to know of a kind of entry. An implementation is a bean; there is nothing else
 * to be told of it ({@code docs/new-kind.md}).
 *
 * @param <P> its payload's record in {@code contracts}, with a schema and an example there; it
 *     cannot be made without what it must have
 */
public interface EntryKind<P> {
  /** As it stands in frames, rows and events; capitals, never changed. */
  String name();

  EntryClass entryClass();

  /** The version of its payload that is written; from 1 on. All earlier ones can still be read. */
  int format();

  Class<P> payload();

  /** An earlier row that it names, if it does; one that is not there is refused. */
  default @Nullable Long names(P payload) {
    return null;
  }

  /**
   * What is wrong with what somebody wants to say, whoever it is and whatever room: a stable code
   * (R11), or nothing.
   */
  Optional<RefusalCode> fault(P payload);
}
