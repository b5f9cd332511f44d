package no.samsnakk.messaging.conversation;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody wants to be kept; its body has passed the rules.
 *
 * @param messageId its id, if it is kept now
 * @param traceparent the trace it is part of
 * @param answer hears what became of it, once, on the writer's thread
 */
public record Draft(
    UUID roomId,
    UUID senderId,
    UUID clientId,
    UUID messageId,
    String body,
    @Nullable String traceparent,
    Consumer<Outcome> answer) {

  /** What makes a send repeatable: the same sender, in the same room, with the same id. */
  record Key(UUID roomId, UUID senderId, UUID clientId) {}

  Key key() {
    return new Key(roomId, senderId, clientId);
  }

  /** Never the body (R9). */
  @Override
  public String toString() {
    return "Draft[roomId=" + roomId + ", clientId=" + clientId + "]";
  }
}
