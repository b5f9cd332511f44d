package no.samsnakk.contracts.entry;

/**
 * What an entry does to a reader, whatever its kind says. There is no fourth: a kind that a reader
 * does not know is one of these.
 */
public enum EntryClass {
  /** A row of its own: counts as unread, wakes people. */
  VISIBLE,
  /** Changes what an earlier row says; no row, and not unread. */
  AMENDS,
  /** State only: no row, not unread, wakes nobody. */
  SILENT
}
