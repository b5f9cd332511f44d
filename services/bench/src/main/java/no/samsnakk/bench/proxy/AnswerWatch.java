package no.samsnakk.bench.proxy;

/** Reads along what PostgreSQL says, and notices that a transaction has ended. */
final class AnswerWatch {
  /** ReadyForQuery, idle. */
  private static final byte[] READY = {'Z', 0, 0, 0, 5, 'I'};

  private int matched;

  /** Whether within these octets it says that no transaction is under way. */
  boolean isOutsideTransaction(byte[] octets, int count) {
    boolean outside = false;
    for (int i = 0; i < count; i++) {
      if (octets[i] != READY[matched]) {
        matched = 0;
      }
      if (octets[i] == READY[matched]) {
        matched++;
      }
      if (matched == READY.length) {
        outside = true;
        matched = 0;
      }
    }
    return outside;
  }
}
