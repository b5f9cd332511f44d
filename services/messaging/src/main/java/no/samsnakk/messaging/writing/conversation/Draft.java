package no.samsnakk.messaging.writing.conversation;

import java.util.UUID;
import java.util.function.Consumer;
import no.samsnakk.messaging.reading.entry.AmendingKind.Whose;
import no.samsnakk.messaging.reading.entry.EntryKinds.Content.Sound;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wants to say; its payload has passed the rules of its kind.
 *
 * @param entryId its id, if it is kept now
 * @param traceparent the trace it is part of
 * @param answer hears what became of it, once, on the writer's thread
 */
public record Draft(
    UUID roomId,
    UUID senderId,
    UUID clientId,
    UUID entryId,
    Sound content,
    @Nullable String traceparent,
    Consumer<Outcome> answer) {

  /** What makes a send repeatable: the same sender, in the same room, with the same id. */
  record Key(UUID roomId, UUID senderId, UUID clientId) {}

  /** The place of the row that it is about; null where it is about none. */
  @Nullable Long place() {
    var about = content.about();
    return about == null ? null : about.place();
  }

  /** Whether its kind may be about an earlier row, of which what these have said counts. */
  boolean is(Whose whose) {
    var about = content.about();
    return about != null && about.whose() == whose;
  }

  /** Whether it counts on whose screens the row has been that it is about. */
  boolean asksWhoHasRead() {
    var about = content.about();
    return about != null && about.asksWhoHasRead();
  }

  /** Whether it says otherwise what the row says that it is about. */
  boolean changes() {
    var about = content.about();
    return about != null && about.changes();
  }

  Key key() {
    return new Key(roomId, senderId, clientId);
  }

  /** Never the payload (R9). */
  @Override
  public String toString() {
    return "Draft[roomId=" + roomId + ", clientId=" + clientId + "]";
  }
}
