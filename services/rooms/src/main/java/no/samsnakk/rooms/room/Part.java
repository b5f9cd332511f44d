package no.samsnakk.rooms.room;

/** Whose seat it is. */
public enum Part {
  PATIENT,
  HELPER
}
