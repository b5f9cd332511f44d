package no.samsnakk.audit.verification;

import java.time.Instant;
import no.samsnakk.audit.ledger.Head;
import no.samsnakk.audit.ledger.Verdict;
import no.samsnakk.audit.ledger.Verdict.Broken;
import no.samsnakk.audit.ledger.Verdict.Whole;

/**
 * The log was read from its beginning.
 *
 * @param at when that began
 */
record Verified(Instant at, Verdict verdict) {

  /** How many entries follow from those before them. */
  long entries() {
    return switch (verdict) {
      case Whole(Head head) -> head.seq();
      case Broken(long seq, var fault) -> seq - 1;
    };
  }

  boolean broken() {
    return switch (verdict) {
      case Whole whole -> false;
      case Broken broken -> true;
    };
  }

  /** A line for whoever runs Samsnakk; its first word is the verdict. */
  String words() {
    return switch (verdict) {
      case Whole(Head head) -> "WHOLE: %d entries, head %s".formatted(head.seq(), head);
      case Broken(long seq, var fault) ->
          "BROKEN at entry %d: %s. The %d before it are whole"
              .formatted(seq, fault.words(), seq - 1);
    };
  }
}
