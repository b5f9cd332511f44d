package no.samsnakk.rooms.room;

/** How somebody's time in a room came to its end. */
public enum PeriodEnd {
  /** The patient took his consent back. */
  ROOM_CLOSED,
  /** She went. */
  LEFT,
  /** The patient does not want her here any longer. */
  REMOVED,
  /** The role by which she was here is over, says its organisation. */
  ROLE_ENDED
}
