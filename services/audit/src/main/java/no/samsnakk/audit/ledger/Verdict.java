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
    OUT_OF_PLACE("an entry is missing here, or one stands where it does not belong"),
    /** It does not carry the hash of the entry before it. */
    DOES_NOT_FOLLOW(
        "it does not carry the hash of the entry before it: one of the two was changed"),
    /** A column says what no entry of ours can say. */
    UNREADABLE("it says something that no entry can say"),
    /** Its columns say something else than the bytes that were hashed. */
    CONTENT_CHANGED("its columns say something else than what was hashed"),
    /** Its hash is not the hash of its bytes. */
    HASH_WRONG("its hash is not the hash of what it says"),
    /** What repeats of it are known by is not of what it says. */
    CONTENT_HASH_WRONG(
        "what repeats of it are known by is missing, or is not of what it says: another entry may"
            + " have been kept out"),
    /** The head that somebody has kept is not in the log: it was cut off or written anew. */
    KEPT_HEAD_MISSING("the kept head is not on the chain: the log was cut off or written anew");

    private final String words;

    Fault(String words) {
      this.words = words;
    }

    /** For whoever runs Samsnakk, in words. */
    public String words() {
      return words;
    }
  }
}
