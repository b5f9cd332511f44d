package no.samsnakk.bench.history;

import java.util.UUID;

/**
 * A view as the log has it: who had which messages of a room before her eyes.
 *
 * @param toSeq the last one, or {@link Long#MAX_VALUE} where the view was left open
 */
public record Interval(UUID roomId, UUID personId, long fromSeq, long toSeq) {
  boolean covers(long seq) {
    return fromSeq <= seq && seq <= toSeq;
  }
}
