package no.samsnakk.audit.ledger;

/** What {@link LedgerVerifier} found. */
public sealed interface Verdict {

  /** Every entry follows from those before it; the log ends in this head. */
  record Whole(Head head) implements Verdict {}

  /** The first entry that does not; what comes after it proves nothing any more. */
  record Broken(long seq, Fault fault) implements Verdict {}

  /** What is wrong with an entry. */
  enum Fault {
    /** The number is not the one that comes next: something was removed, added or moved. */
    OUT_OF_PLACE,
    /** It does not carry the hash of the entry before it. */
    DOES_NOT_FOLLOW,
    /** Its columns say something else than the bytes that were hashed. */
    CONTENT_CHANGED,
    /** Its hash is not the hash of its bytes. */
    HASH_WRONG,
    /** The head that somebody has kept is not in the log: it was cut off or written anew. */
    KEPT_HEAD_MISSING
  }
}
