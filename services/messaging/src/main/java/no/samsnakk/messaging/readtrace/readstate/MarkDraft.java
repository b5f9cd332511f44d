package no.samsnakk.messaging.readtrace.readstate;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import no.samsnakk.contracts.refusal.RefusalCode;

/**
 * A person's browser says of messages that she has read them, or that it has got them: all from
 * {@code fromSeq} to {@code seq}, both included.
 *
 * @param answer hears why it was refused, or nothing when it is kept
 */
public record MarkDraft(
    Kind kind,
    UUID roomId,
    UUID personId,
    long fromSeq,
    long seq,
    Consumer<Optional<RefusalCode>> answer) {
  /** What is said of the messages. */
  public enum Kind {
    READ("read_mark"),
    RECEIVED("received_mark");

    private final String table;

    Kind(String table) {
      this.table = table;
    }

    String table() {
      return table;
    }
  }

  /** Whether there could be such messages in any room. */
  boolean isRange() {
    return 1 <= fromSeq && fromSeq <= seq && seq <= LARGEST;
  }

  /** Larger ones no browser can say. */
  private static final long LARGEST = (1L << 53) - 1;
}
