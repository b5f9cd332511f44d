package no.samsnakk.messaging.writing.batch;

import java.util.UUID;
import no.samsnakk.platform.transaction.Transaction;

/**
 * Begins a transaction and says whom it reads for, in one statement: that costs no round trip.
 * PostgreSQL shows it nothing else, and a transaction that says nothing sees nothing (row-level
 * security, {@code V2__row_level_security.sql}). What was said ends with the transaction, so a
 * pooled connection carries nobody over to the next.
 */
public final class Scope {
  /**
   * Writes messages, and reads those that were sent before under the same ids, what is said of
   * earlier ones, and who had read what is changed or taken back.
   */
  public static final String WRITER = Transaction.READ_COMMITTED + scope("writer");

  /** Reads what goes out to the views of this instance; who may have it is decided there (R4). */
  public static final String DELIVERY = Transaction.ONE_MOMENT + scope("delivery");

  /** Keeps what people have read and got. */
  public static final String MARKS = Transaction.READ_COMMITTED + scope("marks");

  /** Closes views. */
  public static final String VIEWS = Transaction.READ_COMMITTED + scope("views");

  private Scope() {}

  /** Reads at one moment, and only what this person may read then. */
  public static String of(UUID personId) {
    // An id cannot hold a quote.
    return Transaction.ONE_MOMENT + "; set local samsnakk.person = '" + personId + "'";
  }

  private static String scope(String name) {
    return "; set local samsnakk.scope = '" + name + "'";
  }
}
