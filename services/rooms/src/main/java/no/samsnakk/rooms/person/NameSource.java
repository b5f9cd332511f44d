package no.samsnakk.rooms.person;

/** Who told us a name; a later one is believed over an earlier one. */
public enum NameSource {
  /** Somebody who proposed a room for her. */
  TYPED,
  /** Her organisation. */
  DIRECTORY,
  /** BankID, when she signed in. */
  BANKID
}
