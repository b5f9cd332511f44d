package no.samsnakk.rooms.room;

/** Where a room stands; follows from {@link Consent} and is never set on its own. */
public enum RoomStatus {
  PROPOSED,
  ACTIVE,
  DECLINED,
  WITHDRAWN,
  RETRACTED
}
