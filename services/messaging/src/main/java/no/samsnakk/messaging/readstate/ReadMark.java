package no.samsnakk.messaging.readstate;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * A person says how far she has read a room.
 *
 * @param answer hears the code of a refusal, or an empty text when it is kept
 */
public record ReadMark(UUID roomId, UUID personId, long seq, Consumer<String> answer) {
  static final String KEPT = "";
}
