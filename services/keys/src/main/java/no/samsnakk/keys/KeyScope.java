package no.samsnakk.keys;

import no.samsnakk.platform.transaction.Transaction;

/** How a transaction begins that rotates or destroys keys; row-level security asks for it. */
public final class KeyScope {
  public static final String BEGIN =
      Transaction.READ_COMMITTED + "; set local samsnakk.scope = 'keys'";

  private KeyScope() {}
}
