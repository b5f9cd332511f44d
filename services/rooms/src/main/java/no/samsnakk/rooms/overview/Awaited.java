package no.samsnakk.rooms.overview;

/** What a room waits for. */
public enum Awaited {
  /** The patient's answer to the room. */
  CONSENT,
  /** The patient's answer to somebody who is to sit in it. */
  APPROVAL
}
