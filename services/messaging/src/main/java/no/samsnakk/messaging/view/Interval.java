package no.samsnakk.messaging.view;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import no.samsnakk.messaging.delivery.View;
import org.jspecify.annotations.Nullable;

/**
 * Who had which messages before her eyes, from when to when: a row of {@code view_interval}.
 *
 * @param windowId the view under which this one is counted; none if it has entries of its own
 * @param fromSeq none if there was no message
 * @param toSeq the last message that went out; at the beginning the last one known then
 * @param until none while it is open
 */
public record Interval(
    UUID roomId,
    UUID viewId,
    UUID personId,
    @Nullable UUID organisationId,
    @Nullable UUID windowId,
    Instant openedAt,
    @Nullable Long fromSeq,
    @Nullable Long toSeq,
    @Nullable Instant until) {
  /** What {@link #of(Row, Instant)} reads of {@code view_interval v}. */
  static final String COLUMNS =
      "v.room_id, v.view_id, v.person_id, v.organisation_id, v.window_id, v.opened_at,"
          + " v.from_seq, v.to_seq";

  /** A view that begins. */
  static Interval of(View view) {
    return new Interval(
        view.roomId(),
        view.viewId(),
        view.personId(),
        view.organisationId(),
        null,
        view.openedAt(),
        view.fromSeq(),
        view.sent(),
        null);
  }

  static Interval of(Row row, @Nullable Instant until) {
    return new Interval(
        row.getUUID(0),
        row.getUUID(1),
        row.getUUID(2),
        row.getUUID(3),
        row.getUUID(4),
        row.get(OffsetDateTime.class, 5).toInstant(),
        row.getLong(6),
        row.getLong(7),
        until);
  }

  /** The same, counted under another view. */
  Interval countedUnder(UUID window) {
    return new Interval(
        roomId, viewId, personId, organisationId, window, openedAt, fromSeq, toSeq, until);
  }
}
