package no.samsnakk.rooms.person;

/** Who told us a name; a later one is believed over an earlier one. */
public enum NameSource {
  /**
   * Somebody who proposed a room for her. Not written any more: such a name is the proposal's. An
   * instance of the former version may still leave one during an upgrade; it counts as none.
   */
  TYPED,
  /** Her organisation. */
  DIRECTORY,
  /** BankID, when she signed in. */
  BANKID
}
