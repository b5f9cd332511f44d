package no.samsnakk.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.entry.Entry;
import org.jspecify.annotations.Nullable;

/** Everything a browser can hear over the socket, one JSON object for each text frame. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(ServerFrame.Welcome.class),
  @JsonSubTypes.Type(ServerFrame.Opened.class),
  @JsonSubTypes.Type(ServerFrame.EntryFrame.class),
  @JsonSubTypes.Type(ServerFrame.Activity.class),
  @JsonSubTypes.Type(ServerFrame.Accepted.class),
  @JsonSubTypes.Type(ServerFrame.Refused.class),
  @JsonSubTypes.Type(ServerFrame.Marked.class),
  @JsonSubTypes.Type(ServerFrame.Received.class),
  @JsonSubTypes.Type(ServerFrame.SomeoneTyping.class),
  @JsonSubTypes.Type(ServerFrame.AccessChanged.class),
  @JsonSubTypes.Type(ServerFrame.Position.class),
  @JsonSubTypes.Type(ServerFrame.Closed.class),
  @JsonSubTypes.Type(ServerFrame.ErrorFrame.class),
  @JsonSubTypes.Type(ServerFrame.Pong.class)
})
public sealed interface ServerFrame {

  /** The answer to hello: who the socket belongs to, until when, and the rooms that can be read. */
  @JsonTypeName("welcome")
  record Welcome(UUID personId, Instant sessionEndsAt, List<RoomPosition> rooms)
      implements ServerFrame {}

  /**
   * How far a room has come and the furthest that the person has read; 0 where nothing was.
   *
   * @param own what is never new to her after that, ascending: what she said herself, and what is
   *     no row of its own
   * @param ownBefore how many more there are of that, before those that are named
   * @param lastAt when the last row of its own was said; null before the first
   */
  record RoomPosition(
      UUID roomId,
      long lastSeq,
      long readSeq,
      List<Long> own,
      long ownBefore,
      @Nullable Instant lastAt) {}

  /**
   * A view has begun. {@code messages} are entries and ascend by seq (windows that were open before
   * there were other kinds know them by that name); {@code more} says that there are others between
   * what the client had (or the beginning) and the first of them: history has them. {@code marks}
   * say what each has read, {@code received} what has reached somebody's device; several for one
   * person where some between was passed over.
   *
   * @param own what is never unread to the person and not marked as read, ascending: what she said
   *     herself, and what is no row of its own
   * @param wholeFrom of what lies before it is not known whether she has read it, or said it
   */
  @JsonTypeName("opened")
  record Opened(
      UUID roomId,
      long accessEpoch,
      long lastSeq,
      boolean mayWrite,
      List<Entry> messages,
      boolean more,
      List<Mark> marks,
      List<Mark> received,
      List<Long> own,
      long wholeFrom)
      implements ServerFrame {}

  /** An entry in a room that is being viewed. A hint: a gap in seq is filled from history (R3). */
  @JsonTypeName("message")
  record EntryFrame(Entry message) implements ServerFrame {}

  /**
   * Something new in a room that is not being viewed; no content.
   *
   * @param own whether it is one entry, which is not new to the person: she has said it herself
   *     elsewhere, or it is no row of its own
   * @param at when it was said, where it is one that is a row of its own
   * @param kind what it is, where it is one that is no plain text
   */
  @JsonTypeName("activity")
  record Activity(
      UUID roomId, long lastSeq, boolean own, @Nullable Instant at, @Nullable String kind)
      implements ServerFrame {}

  /** The entry is committed (R2); a repeat gets the same answer, for ever. */
  @JsonTypeName("accepted")
  record Accepted(UUID roomId, UUID clientId, long seq, UUID entryId, Instant sentAt)
      implements ServerFrame {}

  /** A frame about a room was refused; {@code code} is stable. */
  @JsonTypeName("refused")
  record Refused(UUID roomId, @Nullable UUID clientId, String code) implements ServerFrame {}

  /** Somebody has read these; told to those who look, and to the person's own sockets. */
  @JsonTypeName("marked")
  record Marked(UUID roomId, UUID personId, long fromSeq, long seq, Instant at)
      implements ServerFrame {}

  /** These have reached somebody's device; told to those who look. */
  @JsonTypeName("received")
  record Received(UUID roomId, UUID personId, long fromSeq, long seq, Instant at)
      implements ServerFrame {}

  /** Somebody is writing just now. */
  @JsonTypeName("typing")
  record SomeoneTyping(UUID roomId, UUID personId) implements ServerFrame {}

  /** Who may do what in the room has changed: ask rooms again. */
  @JsonTypeName("access-changed")
  record AccessChanged(UUID roomId, long accessEpoch) implements ServerFrame {}

  /** The person has been let into this room, since the welcome told of her others. */
  @JsonTypeName("position")
  record Position(RoomPosition room) implements ServerFrame {}

  /**
   * The person can no longer read the room (R4): its content is to leave the screen. Told to every
   * window of hers, whichever page of the room is open there.
   */
  @JsonTypeName("closed")
  record Closed(UUID roomId, String code) implements ServerFrame {}

  /** The frame itself could not be used; {@code code} is stable. */
  @JsonTypeName("error")
  record ErrorFrame(String code) implements ServerFrame {}

  /** The answer to ping. */
  @JsonTypeName("pong")
  record Pong() implements ServerFrame {}
}
